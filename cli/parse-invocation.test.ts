import { describe, expect, it } from "vitest";
import { defineCommand, ExitCode } from "./command.ts";
import { parseInvocation } from "./parse-invocation.ts";
import { UsageError } from "./usage-diagnostics.ts";

const help = { vi: "", en: "" };
const command = defineCommand({
  name: "make",
  summary: help,
  arguments: [
    { name: "source", required: true, help },
    { name: "second", required: false, help },
  ],
  options: {
    out: { kind: "value", short: "o", placeholder: "file", help },
    set: { kind: "list", placeholder: "slot=text", help },
    marks: { kind: "flag", help },
  },
  examples: [],
  run: async () => ExitCode.ok,
});

const parse = (...line: string[]) => parseInvocation(command, line);
const codeOf = (...line: string[]): string | undefined => {
  try {
    parse(...line);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.diagnostics[0]?.code;
    throw error;
  }
};

describe("a command line", () => {
  it("is read into arguments and options", () => {
    expect(parse("a.xtin", "--set", "ten=Rơ Châm H'Bia", "-o", "x.pdf", "--set=so=3", "--marks")).toEqual({
      help: false,
      arguments: ["a.xtin"],
      options: { out: "x.pdf", set: ["ten=Rơ Châm H'Bia", "so=3"], marks: true },
    });
  });

  it("leaves out what was not given", () => {
    expect(parse("a").options).toEqual({ out: undefined, set: [], marks: false });
  });

  it("takes values that look like options only when they are tied to their name", () => {
    expect(codeOf("a", "--out", "--marks")).toBe("usage.option-needs-value");
    expect(parse("a", "--out=-x.pdf").options.out).toBe("-x.pdf");
    expect(parse("a", "--set", "-1").options.set).toEqual(["-1"]);
  });

  it("asks for help wherever --help stands before something wrong", () => {
    expect(parse("--help").help).toBe(true);
    expect(parse("a", "-h", "--wrong").help).toBe(true);
  });

  it.each([
    [[], "usage.missing-argument"],
    [["a", "b", "c"], "usage.unexpected-argument"],
    [["a", "--ou", "x"], "usage.unknown-option"],
    [["a", "-x"], "usage.unknown-option"],
    [["a", "--out"], "usage.option-needs-value"],
    [["a", "--out", "x", "--out", "y"], "usage.option-repeated"],
    [["a", "--marks=yes"], "usage.option-takes-no-value"],
    [["a", "--__proto__", "x"], "usage.unknown-option"],
  ])("%j is refused", (line, code) => {
    expect(codeOf(...line)).toBe(code);
  });

  it("suggests the option that was meant", () => {
    expect(() => parse("a", "--mark")).toThrowError(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({
            hints: expect.arrayContaining([{ vi: "Có phải “--marks”?", en: "Did you mean “--marks”?" }]),
          }),
        ],
      }),
    );
  });
});
