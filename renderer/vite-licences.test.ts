import { expect, it } from "vitest";
import { licencesOf } from "./vite-licences.ts";

it("lists what is needed and what that needs, the nearest version of each", () => {
  const locked = {
    "": { version: "1.0.0", license: "MIT" },
    "node_modules/a": { version: "2.0.0", license: "MIT", dependencies: { b: "1", c: "1" } },
    "node_modules/a/node_modules/b": { version: "1.0.0", license: "ISC" },
    "node_modules/b": { version: "3.0.0", license: "BSD-3-Clause" },
    "node_modules/c": { name: "c-renamed", version: "1.0.0", license: "OFL-1.1", dependencies: { a: "2" } },
    "node_modules/tool": { version: "9.0.0", license: "GPL-3.0" },
  };
  expect(licencesOf(locked, ["a", "gone"])).toEqual([
    { name: "a", version: "2.0.0", licence: "MIT" },
    { name: "b", version: "1.0.0", licence: "ISC" },
    { name: "c-renamed", version: "1.0.0", licence: "OFL-1.1" },
  ]);
});
