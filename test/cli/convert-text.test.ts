import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeLegacyText } from "../../core/script/legacy/legacy-encoding.ts";
import { writeWindows1252 } from "../../core/script/legacy/windows-1252.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TEXT =
  "Ủy ban nhân dân xã thông báo: từ ngày mai, bà con đến trạm y tế tiêm phòng.\nKính mời bà con đến đông đủ.\n";
const asTyped = (text: string) => encodeLegacyText(text, "tcvn3").text;
// The plain form of TCVN3 has no toned capitals.
const LOWER = TEXT.replace("Ủy", "ủy");

describe("convert-text", () => {
  it("reads a file in an old encoding and writes Unicode, nothing else, to standard output", async () => {
    const file = join(temporaryFolder(), "thông báo.txt");
    writeFileSync(file, writeWindows1252(asTyped(LOWER)));
    const { code, stdout, stderr } = await runCli(["convert-text", "--from", "tcvn3", file]);
    expect(code).toBe(0);
    expect(stdout).toBe(LOWER);
    expect(stderr).toBe("");
  });

  it.each(["vni", "viscii", "cp1258", "viqr"] as const)("finds out %s by itself", async (encoding) => {
    const input = writeWindows1252(encodeLegacyText(TEXT, encoding).text);
    const { code, stdout, stderr } = await runCli(["convert-text"], { input });
    expect(code).toBe(0);
    expect(stdout).toBe(TEXT);
    expect(stderr).toContain(encoding);
  });

  it("finds old letters that were pasted into a Unicode file", async () => {
    const { stdout } = await runCli(["convert-text"], { input: asTyped(LOWER) });
    expect(stdout).toBe(LOWER);
  });

  it("leaves Unicode as it is", async () => {
    const { report } = await runCliJson(["convert-text"], { input: TEXT });
    expect(report).toMatchObject({ ok: true, encoding: "unicode", text: TEXT, unknown: [] });
  });

  it("says what it cannot read", async () => {
    const { code, report } = await runCliJson(["convert-text", "khong-co.txt"]);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: "file.not-found", target: { file: "khong-co.txt" } }]);
  });
});
