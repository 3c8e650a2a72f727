import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openProject } from "../../host/package/open-project.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it.each(["xliff", "xlsx"])(
  "writes texts as %s that change nothing when they come back as they were",
  async (format) => {
    const folder = temporaryFolder();
    const sent = join(folder, `km.${format}`);
    expect((await runCli(["translate", "export", "leaflet-a5", "--lang", "km", "--out", sent])).code).toBe(0);
    const { code, report } = await runCliJson([
      "translate",
      "import",
      "leaflet-a5",
      sent,
      "--out",
      join(folder, "a.xtin"),
    ]);
    expect(code).toBe(0);
    expect(report).toMatchObject({ ok: true, language: "km", changed: 0, empty: 0, skipped: 0, diagnostics: [] });
  },
);

it("imports what it can into a new package and says what it cannot", async () => {
  const folder = temporaryFolder();
  const sent = join(folder, "lo.xliff");
  const out = join(folder, "lo.xtin");
  await runCli(["translate", "export", "leaflet-a5", "--lang", "lo", "--out", sent]);
  const xliff = readFileSync(sent, "utf8");
  const [, id = ""] = /<trans-unit id="([^"]+)"/.exec(xliff) ?? [];
  writeFileSync(
    sent,
    xliff
      .replace(/(<target[^>]*>)[\s\S]*?<\/target>/, "$1ພາສາລາວ</target>")
      .replace("</body>", '<trans-unit id="lạ"><source>x</source><target>y</target></trans-unit></body>'),
  );
  const { code, stdout, stderr } = await runCli(["translate", "import", "leaflet-a5", sent, "--out", out]);
  expect(code).toBe(0);
  expect(stdout).toContain("lo: 1 đổi");
  expect(stderr).toContain("translate.unknown-id");
  const { project } = await openProject(out);
  expect(project.texts[id]?.variants.lo?.blocks).toMatchObject([{ runs: ["ພາສາລາວ"] }]);
});

it.each([
  [["translate", "xuất", "leaflet-a5", "--out", "a.xlsx"], "usage.bad-value"],
  [["translate", "export", "leaflet-a5", "--out", "a.xlsx"], "usage.missing-option"],
  [["translate", "export", "leaflet-a5", "--lang", "km", "--out", "a.docx"], "usage.bad-value"],
  [["translate", "import", "leaflet-a5", "--out", "a.xtin"], "usage.missing-argument"],
])("%j is told what is wrong with it", async (line, code) => {
  const result = await runCli(line);
  expect(result.code).toBe(2);
  expect(result.stderr).toContain(code);
});
