import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { DEFAULT_PROFILE, findProfile, listProfiles } from "./measure/profile-files.ts";

const own = JSON.parse(
  readFileSync(new URL(`../../resources/profiles/${DEFAULT_PROFILE}.json`, import.meta.url), "utf8"),
);

it("finds profiles of the user's own beside the program's, theirs before ours", () => {
  const folder = join(temporaryFolder(), "Chuẩn đo");
  const before = listProfiles(folder);
  expect(before.diagnostics).toEqual([]);
  mkdirSync(folder);
  const put = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
  put("đài tỉnh.json", { ...own, id: "dai-tinh", loudness: { ...own.loudness, target: -22 } });
  put("của chúng tôi.json", { ...own, loudness: { ...own.loudness, tolerance: 1 } });
  put("hỏng.json", { ...own, id: "hong", loudness: {} });
  writeFileSync(join(folder, "cụt.json"), "{");
  const { list, diagnostics } = listProfiles(folder);
  expect(list.map(({ id }) => id).sort()).toEqual([...before.list.map(({ id }) => id), "dai-tinh"].sort());
  expect(diagnostics.map(({ code }) => code.split(".")[0])).toEqual(diagnostics.map(() => "profile"));
  expect(diagnostics.length).toBeGreaterThan(1);
  expect(findProfile("dai-tinh", folder).loudness.target).toBe(-22);
  expect(findProfile(DEFAULT_PROFILE, folder).loudness.tolerance).toBe(1);
  expect(findProfile(join(folder, "đài tỉnh.json"), "/nowhere").id).toBe("dai-tinh");
  const [unknown] = diagnosticsOf(() => findProfile("dai-tin", folder));
  expect(unknown?.code).toBe("profile.unknown");
  expect(unknown?.hints[0]?.vi).toContain("dai-tinh");
});
