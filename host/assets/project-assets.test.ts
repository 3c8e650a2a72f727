import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { createMemoryAssets, createProjectAssets, digestOf } from "./project-assets.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../test/fixtures/images/${name}`, import.meta.url)));

it("reads a picture when it is first asked for, and once", () => {
  const asked: string[] = [];
  const assets = createProjectAssets(
    [
      { id: "a", file: "a.jpg" },
      { id: "b", file: "b.jpg" },
    ],
    (entry) => {
      asked.push(entry.id);
      return fixture("turned-exif-6.jpg");
    },
  );
  expect(asked).toEqual([]);
  expect(assets.asset("b")).toMatchObject({ id: "b", kind: "jpeg", width: 16, height: 24, orientation: 6 });
  expect(assets.asset("b")).toBe(assets.asset("b"));
  expect(assets.header("b")).toMatchObject({ jpeg: { components: 3 } });
  expect(asked).toEqual(["b"]);
});

it("takes pictures in by their content", () => {
  const assets = createMemoryAssets();
  const png = fixture("good-24x16.png");
  const entry = assets.addAsset(png, "Sơ đồ thôn.jpg");
  expect(entry).toEqual({
    id: digestOf(png),
    file: `assets/${digestOf(png)}.png`,
    sha256: digestOf(png),
    name: "Sơ đồ thôn.jpg",
  });
  expect(assets.addAsset(png.slice(), "khác.png")).toBe(entry);
  expect(assets.asset(entry.id)?.bytes).toBe(png);
  expect(assets.diagnostics()).toEqual([]);
});

it("refuses to take in what is no picture, by the name the user gave", () => {
  const assets = createMemoryAssets();
  const [problem] = diagnosticsOf(() => assets.addAsset(fixture("webp-called.jpg"), "Chợ.jpg"));
  expect(problem?.message.vi).toContain("“Chợ.jpg” là tệp WebP");
});

it("tells once of each picture that is missing, changed or broken", () => {
  const entries = [
    { id: "mat", file: "mat.jpg", name: "Mất.jpg" },
    { id: "doi", file: "doi.jpg", sha256: "0".repeat(64) },
    { id: "hong", file: "hong.png" },
  ];
  const assets = createProjectAssets(entries, ({ id }) =>
    id === "mat" ? undefined : fixture(id === "doi" ? "good-24x16.jpg" : "truncated.png"),
  );
  for (const id of ["mat", "doi", "hong", "hong", "mat", "khong-co"]) expect(assets.asset(id)).toBeUndefined();
  expect(assets.diagnostics().map((one) => [one.code, one.target.asset])).toEqual([
    ["asset.missing", "mat"],
    ["asset.digest-mismatch", "doi"],
    ["image.truncated", "hong"],
  ]);
});

it("gives the bytes even of a picture added over a broken one", () => {
  const png = fixture("good-24x16.png");
  const id = digestOf(png);
  const assets = createProjectAssets([{ id, file: "x.png" }], () => undefined);
  expect(assets.asset(id)).toBeUndefined();
  assets.addAsset(png, "x.png");
  expect(assets.asset(id)?.bytes).toBe(png);
});
