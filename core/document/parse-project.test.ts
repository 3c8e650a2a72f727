import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { parseProject } from "./parse-project.ts";

const asJson = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...sampleProject(), ...changes }, undefined, 2);
const problemsOf = (json: string) => diagnosticsOf(() => parseProject(json, "moi-hop.json"));
const codesOf = (json: string) => problemsOf(json).map((one) => one.code);

describe("the text of the file", () => {
  it("is read with a byte order mark too", () => {
    expect(parseProject(`\uFEFF${asJson()}`, "a.json")).toEqual(sampleProject());
  });

  it("is told by line and column where it is broken", () => {
    const json = asJson().replace('"product": "invitation",', '"product": "invitation"');
    const [problem] = problemsOf(json);
    expect(problem?.code).toBe("project.broken-json");
    expect(problem?.message.vi).toContain("dòng 10, cột 3");
    expect(problem?.target).toEqual({ file: "moi-hop.json" });
  });

  it("is told where it was cut short", () => {
    const [problem] = problemsOf(asJson().slice(0, 40));
    expect(problem?.message.en).toContain("cut short: it stops at line 3");
  });

  it.each([
    ['{"a": 1, "a": 2}', "project.duplicate-key"],
    ['{"format": "xuongtin.project", "texts": {"__proto__": {"polluted": true}}}', "project.forbidden-key"],
    ['{"\\u005f_proto__": {}}', "project.forbidden-key"],
    [`${"[".repeat(65)}${"]".repeat(65)}`, "project.too-deep"],
    ["", "project.broken-json"],
    ["{'a': 1}", "project.broken-json"],
    ['"\n"', "project.broken-json"],
    ["[01]", "project.broken-json"],
    ["null", "project.not-a-project"],
    ["[]", "project.not-a-project"],
    ['{"format": "scribus"}', "project.not-a-project"],
  ])("refuses %s", (json, code) => {
    expect(codesOf(json)).toEqual([code]);
  });

  it("leaves no trace on other objects", () => {
    problemsOf('{"__proto__": {"polluted": true}}');
    expect("polluted" in {}).toBe(false);
  });

  it("takes a very long string without running out of stack", () => {
    const long = "ệ".repeat(2_000_000);
    expect(parseProject(asJson({ author: long }), "a.json").author).toBe(long);
  });
});

describe("versions", () => {
  it("asks for an update where the file is newer", () => {
    const [problem] = problemsOf(asJson({ version: 7 }));
    expect(problem?.code).toBe("project.newer-version");
    expect(problem?.hints[0]?.vi).toContain("Cập nhật Xưởng Tin");
  });

  it.each([undefined, "1", 0, 1.5, -1, null])("does not guess what version %s is", (version) => {
    expect(codesOf(asJson({ version }))).toEqual(["project.unknown-version"]);
  });
});

describe("values", () => {
  const page = (...frames: readonly unknown[]) => asJson({ pages: [{ id: "p1", frames }] });
  const frame = (changes: Readonly<Record<string, unknown>>) => ({ ...textFrame("khung"), ...changes });

  it("names page, frame and path", () => {
    const [problem, ...others] = problemsOf(page(frame({ width: -3 })));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "project.out-of-range",
      target: { file: "moi-hop.json", path: "pages[0].frames[0].width", page: 1, frame: "khung" },
    });
    expect(problem?.message.vi).toBe("“pages[0].frames[0].width” phải ít nhất là 0, nhưng đang là -3.");
  });

  it("speaks of the kind of frame that was meant, not of all kinds", () => {
    const problems = problemsOf(page(frame({ x: "10", colour: "do" })));
    expect(problems.map((one) => [one.code, one.target.path])).toEqual([
      ["project.wrong-type", "pages[0].frames[0].x"],
      ["project.unknown-property", "pages[0].frames[0]"],
    ]);
  });

  it("lists all kinds of frames where the kind is unknown", () => {
    const [problem, ...others] = problemsOf(page(frame({ type: "txt" })));
    expect(others).toEqual([]);
    expect(problem?.target.path).toBe("pages[0].frames[0].type");
    expect(problem?.hints[0]?.en).toBe("Use one of: text, image, shape, line, table, chart, qr, ornament, group.");
  });

  it("finds what is wrong deep in groups", () => {
    const group = { ...frame({}), type: "group", text: undefined, frames: [{ ...frame({}), type: "line" }] };
    expect(problemsOf(page(group)).map((one) => [one.code, one.target.path])).toEqual([
      ["project.missing-property", "pages[0].frames[0].frames[0].stroke"],
    ]);
  });

  it("lists the kinds of an outline", () => {
    const shape = { ...frame({}), type: "shape", outline: { kind: "round" } };
    const [problem, ...others] = problemsOf(page(shape));
    expect(others).toEqual([]);
    expect(problem?.hints[0]?.en).toBe("Use one of: rectangle, ellipse, polygon, path.");
  });

  it("says how a colour by value is written", () => {
    const [problem, ...others] = problemsOf(page(frame({ fill: { color: "#c8102e" } })));
    expect(others).toEqual([]);
    expect(problem?.target.path).toBe("pages[0].frames[0].fill.color");
    expect(problem?.hints[0]?.en).toContain('{"rgb": "#c8102e"}');
  });

  it("says what kind of value is wanted where none of several fits", () => {
    const text = { variants: { vi: { blocks: [{ runs: [12] }] } } };
    const [problem, ...others] = problemsOf(asJson({ texts: { loi: text } }));
    expect(others).toEqual([]);
    expect(problem?.target).toMatchObject({ text: "loi", language: "vi" });
    expect(problem?.code).toBe("project.invalid-value");
  });

  it("tells twenty problems and how many are left", () => {
    const problems = problemsOf(page(...Array.from({ length: 30 }, (_, index) => frame({ id: `k${index}`, x: "0" }))));
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)?.message.en).toBe("11 more problems are not listed here.");
  });

  it("takes references once the shape is sound", () => {
    expect(codesOf(page(frame({ text: "khong-co" })))).toEqual(["project.unknown-text"]);
    expect(
      parseProject(
        page(frame({ text: "co" })).replace('"texts": {}', `"texts": ${JSON.stringify({ co: plainText("x") })}`),
        "a",
      ).texts.co,
    ).toBeDefined();
  });
});
