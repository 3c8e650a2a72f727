import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../cli/commands/index.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";

const manual = readFileSync(new URL("../../docs/command-line.md", import.meta.url), "utf8");
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line.normalize("NFC")].length));

describe("help", () => {
  it("of the program lists every command in both languages, and is no error", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const { name, summary } of commands) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout).toContain(summary.vi.slice(0, 20));
      expect(stdout).toContain(summary.en.slice(0, 20));
    }
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "of %s names every option",
    async (name, command) => {
      const { code, stdout } = await runCli([name, "--help"]);
      expect(code).toBe(0);
      for (const [option, { help }] of Object.entries(command.options)) {
        expect(stdout).toContain(`--${option}`);
        expect(stdout).toContain(help.vi.slice(0, 20));
        expect(stdout).toContain(help.en.slice(0, 20));
      }
      expect(widest(stdout.split("VÍ DỤ")[0] ?? "")).toBeLessThanOrEqual(100);
    },
  );

  it("is all in the manual", () => {
    for (const { name, options } of commands) {
      expect(manual).toContain(`\`${name} `);
      for (const option of Object.keys(options)) expect(manual).toContain(`--${option}`);
    }
  });
});

describe("a command line that is wrong", () => {
  it.each([
    [[], ""],
    [["mkae"], "usage.unknown-command"],
    [["make"], "usage.missing-argument"],
    [["make", "plain-page"], "usage.missing-option"],
    [["make", "plain-page", "--out", "a.docx"], "usage.bad-value"],
    [["make", "plain-page", "--out", "a.pdf", "--ppi", "0"], "usage.bad-value"],
    [["make", "plain-page", "--out", "a.pdf", "--rows", "1-2"], "usage.option-needs-other"],
    [["make", "plain-page", "--out", "a.png", "--data", "a.csv"], "usage.option-needs-other"],
    [["templates", "x"], "usage.unexpected-argument"],
  ])("%j ends with 2 and says why in both languages", async (line, code) => {
    const result = await runCli(line);
    expect(result.code).toBe(2);
    expect(result.stdout).toBe("");
    expect(result.stderr).toContain(code);
  });

  it("is told as JSON where JSON was asked for", async () => {
    const { code, report } = await runCliJson(["make"]);
    expect(code).toBe(2);
    expect(report).toMatchObject({ ok: false, diagnostics: [{ code: "usage.missing-argument", severity: "error" }] });
  });
});
