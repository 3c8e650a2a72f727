/** Words for values of a project file that break its schema. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import type { ValueProblem } from "./resolve-issues.ts";
import { HEX_COLOR_PATTERN, ID_PATTERN, LANGUAGE_TAG_PATTERN } from "./schema/primitives.ts";

interface Wording {
  readonly code: string;
  readonly message: Bilingual;
  readonly hints: readonly Bilingual[];
}

/** A Diagnostic for one problem; `place` is the path as text, `value` what stands there. */
export function describeProblem(
  problem: ValueProblem,
  place: string,
  value: unknown,
  target: DiagnosticTarget,
): Diagnostic {
  const { code, message, hints } = wording(problem, place === "" ? "project" : place, value);
  return { code: `project.${code}`, severity: "error", target, message, hints };
}

function wording({ issue, accepted }: ValueProblem, place: string, value: unknown): Wording {
  if (accepted) return notOneOf(place, value, accepted);
  if (
    value === undefined &&
    (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union")
  ) {
    return missing(place);
  }
  switch (issue.code) {
    case "invalid_type":
      return wrongKind(place, value, issue.expected);
    case "invalid_value":
      return notOneOf(place, value, issue.values.map(String));
    case "unrecognized_keys":
      return unknownKeys(place, issue.keys);
    case "too_small":
      return outOfRange(place, value, issue.origin, "least", Number(issue.minimum), issue.inclusive !== false);
    case "too_big":
      return outOfRange(place, value, issue.origin, "most", Number(issue.maximum), issue.inclusive !== false);
    case "invalid_format":
      return wrongFormat(place, value, "pattern" in issue ? issue.pattern : undefined);
    case "invalid_key":
      return wrongFormat(place, place, undefined);
    default:
      return {
        code: "invalid-value",
        message: {
          vi: `“${place}” có giá trị không dùng được: ${shown(value)}.`,
          en: `“${place}” has a value that cannot be used: ${shown(value)}.`,
        },
        hints: [SEE_FORMAT],
      };
  }
}

const SEE_FORMAT: Bilingual = {
  vi: "Xem mô tả định dạng tệp dự án để biết giá trị hợp lệ.",
  en: "See the description of the project format for what is allowed.",
};

const missing = (place: string): Wording => ({
  code: "missing-property",
  message: { vi: `Thiếu “${place}”.`, en: `“${place}” is missing.` },
  hints: [{ vi: "Thêm mục này vào tệp.", en: "Add it to the file." }],
});

const unknownKeys = (place: string, keys: readonly string[]): Wording => {
  const list = keys.map((key) => `“${key}”`).join(", ");
  return {
    code: "unknown-property",
    message: {
      vi: `“${place}” có mục không hiểu được: ${list}.`,
      en: `“${place}” has properties this program does not know: ${list}.`,
    },
    hints: [{ vi: "Kiểm tra chính tả tên mục, hoặc xóa mục đó.", en: "Check the spelling, or remove them." }],
  };
};

const notOneOf = (place: string, value: unknown, accepted: readonly string[]): Wording => ({
  code: "not-an-option",
  message:
    value === undefined
      ? { vi: `Thiếu “${place}”.`, en: `“${place}” is missing.` }
      : {
          vi: `“${place}” không nhận giá trị ${shown(value)}.`,
          en: `“${place}” cannot be ${shown(value)}.`,
        },
  hints: [
    {
      vi: `Dùng một trong các giá trị: ${accepted.join(", ")}.`,
      en: `Use one of: ${accepted.join(", ")}.`,
    },
  ],
});

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { vi: "một chuỗi chữ", en: "text" },
  number: { vi: "một số", en: "a number" },
  int: { vi: "một số nguyên", en: "a whole number" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "một danh sách [ ]", en: "a list [ ]" },
  tuple: { vi: "một danh sách [ ] đủ số phần tử", en: "a list [ ] of the right length" },
  object: { vi: "một đối tượng { }", en: "an object { }" },
  record: { vi: "một đối tượng { }", en: "an object { }" },
};

const wrongKind = (place: string, value: unknown, expected: string): Wording => {
  const kind = KINDS[expected] ?? { vi: expected, en: expected };
  return {
    code: "wrong-type",
    message: {
      vi: `“${place}” phải là ${kind.vi}, nhưng đang là ${shown(value)}.`,
      en: `“${place}” must be ${kind.en} but is ${shown(value)}.`,
    },
    hints: [
      expected === "number" && typeof value === "string"
        ? {
            vi: "Viết số không có dấu nháy, dùng dấu chấm cho phần thập phân: 12.5.",
            en: "Write numbers without quotation marks and with a decimal point: 12.5.",
          }
        : SEE_FORMAT,
    ],
  };
};

const UNITS: Readonly<Record<string, Bilingual>> = {
  string: { vi: " ký tự", en: " characters" },
  array: { vi: " phần tử", en: " items" },
};

function outOfRange(
  place: string,
  value: unknown,
  origin: string,
  side: "least" | "most",
  limit: number,
  inclusive: boolean,
): Wording {
  const unit = UNITS[origin] ?? { vi: "", en: "" };
  const least = side === "least";
  const vi = inclusive ? (least ? "ít nhất là" : "nhiều nhất là") : least ? "lớn hơn" : "nhỏ hơn";
  const en = inclusive ? (least ? "at least" : "at most") : least ? "more than" : "less than";
  const measured = typeof value === "string" || Array.isArray(value) ? value.length : value;
  return {
    code: "out-of-range",
    message: {
      vi: `“${place}” phải ${vi} ${limit}${unit.vi}, nhưng đang là ${shown(measured)}${unit.vi}.`,
      en: `“${place}” must be ${en} ${limit}${unit.en} but is ${shown(measured)}${unit.en}.`,
    },
    hints: [{ vi: "Sửa lại cho nằm trong giới hạn.", en: "Bring it within the limit." }],
  };
}

const FORMATS: readonly { readonly pattern: RegExp; readonly hint: Bilingual }[] = [
  {
    pattern: ID_PATTERN,
    hint: {
      vi: "Mã gồm chữ, số, “_”, “-”, “.”, không dấu cách, bắt đầu bằng chữ, số hoặc “_”, dài nhất 64 ký tự.",
      en: "An id has letters, digits, “_”, “-” and “.”, no spaces, starts with a letter, digit or “_”, and has 64 characters at most.",
    },
  },
  {
    pattern: LANGUAGE_TAG_PATTERN,
    hint: {
      vi: "Dùng mã ngôn ngữ BCP 47: vi, km, lo, blt, cjm, jra, en…",
      en: "Use a BCP 47 language tag: vi, km, lo, blt, cjm, jra, en…",
    },
  },
  {
    pattern: HEX_COLOR_PATTERN,
    hint: { vi: "Viết màu dạng #rrggbb, ví dụ #c8102e.", en: "Write colours as #rrggbb, such as #c8102e." },
  },
];

const COLOR_BY_VALUE: Bilingual = {
  vi: 'Màu theo giá trị viết là {"rgb": "#c8102e"}; chuỗi chữ ở đây là mã của một màu trong bảng màu.',
  en: 'A colour by value is written {"rgb": "#c8102e"}; plain text here is the id of a swatch.',
};

function wrongFormat(place: string, value: unknown, pattern: string | undefined): Wording {
  const known = FORMATS.find((format) => String(format.pattern) === pattern);
  const hints = [known?.hint ?? SEE_FORMAT];
  if (known?.pattern === ID_PATTERN && typeof value === "string" && value.startsWith("#"))
    hints.unshift(COLOR_BY_VALUE);
  return {
    code: "wrong-format",
    message: {
      vi: `“${place}” viết không đúng dạng: ${shown(value)}.`,
      en: `“${place}” is not written as it should be: ${shown(value)}.`,
    },
    hints,
  };
}

const MAX_SHOWN = 60;

/** A value as it appears in a message: short, and never a whole object. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  if (typeof value !== "string") return String(value);
  return value.length <= MAX_SHOWN ? `“${value}”` : `“${value.slice(0, MAX_SHOWN)}…”`;
}
