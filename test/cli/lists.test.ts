import { describe, expect, it } from "vitest";
import { runCli, runCliJson } from "../support/run-cli.ts";

describe("lists", () => {
  it("templates with their slots, as text and as JSON", async () => {
    const { code, report } = await runCliJson(["templates"]);
    expect(code).toBe(0);
    expect(report.templates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: "plain-page",
          slots: expect.arrayContaining([expect.objectContaining({ name: "body", kind: "text" })]),
        }),
      ]),
    );
    const { stdout, stderr } = await runCli(["templates"]);
    expect(stdout).toMatch(/^plain-page$/m);
    expect(stderr).toBe("");
  });

  it("languages with their tags and whether their letters are verified", async () => {
    const { report } = await runCliJson(["languages"]);
    const languages = report.languages as { tag: string; verified: boolean }[];
    for (const tag of ["vi", "km", "lo", "blt", "cjm", "jra", "rad", "bdq", "mww"]) {
      expect(languages.map((one) => one.tag)).toContain(tag);
    }
    expect(languages.some((one) => !one.verified)).toBe(true);
    expect((await runCli(["languages"])).stdout).toMatch(/^km\s+Khmr/m);
  });

  it("fonts with licences, all of them embeddable", async () => {
    const { report } = await runCliJson(["fonts"]);
    const fonts = report.fonts as { name: string; licence: string; embeddable: boolean }[];
    expect(fonts.map((font) => font.name)).toContain("Noto Sans Khmer");
    expect(fonts.filter((font) => !font.embeddable || font.licence === "")).toEqual([]);
    expect((await runCli(["fonts"])).stdout).toContain("OFL-1.1");
  });

  it("finds nothing missing on a machine the tests run on", async () => {
    const { code, report } = await runCliJson(["doctor"]);
    expect(report.diagnostics).toEqual([]);
    expect(code).toBe(0);
    const { stdout } = await runCli(["doctor"]);
    expect(stdout).toContain(process.versions.node);
  });
});
