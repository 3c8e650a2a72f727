/** What the user is told about a command line that cannot be understood. All of them end with exit code 2. */

import { type Bilingual, type Diagnostic, DiagnosticError } from "../core/diagnostics/diagnostic.ts";

/** A command line that cannot be understood. */
export class UsageError extends DiagnosticError {}

const usage = (code: string, message: Bilingual, ...hints: readonly Bilingual[]): UsageError => {
  const diagnostic: Diagnostic = { code: `usage.${code}`, severity: "error", target: {}, message, hints };
  return new UsageError([diagnostic]);
};

const seeHelp = (command: string | undefined): Bilingual => {
  const help = ["xuongtin", command, "--help"].filter(Boolean).join(" ");
  return { vi: `Xem: ${help}`, en: `See: ${help}` };
};

export const unknownCommand = (name: string, nearest: string | undefined): UsageError =>
  usage(
    "unknown-command",
    { vi: `Không có lệnh “${name}”.`, en: `There is no command “${name}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    seeHelp(undefined),
  );

export const unknownOption = (command: string, option: string, nearest: string | undefined): UsageError =>
  usage(
    "unknown-option",
    { vi: `Lệnh “${command}” không có tùy chọn “${option}”.`, en: `“${command}” has no option “${option}”.` },
    ...(nearest ? [{ vi: `Có phải “--${nearest}”?`, en: `Did you mean “--${nearest}”?` }] : []),
    // `-tin.wav` is read letter by letter.
    ...(option.startsWith("--")
      ? []
      : [
          {
            vi: "Tên tệp bắt đầu bằng dấu gạch ngang thì thêm “./” ở trước.",
            en: "Put “./” in front of the name of a file that begins with a dash.",
          },
        ]),
    seeHelp(command),
  );

export const optionNeedsValue = (command: string, option: string, placeholder: string): UsageError =>
  usage(
    "option-needs-value",
    { vi: `Tùy chọn “--${option}” cần một giá trị.`, en: `The option “--${option}” needs a value.` },
    { vi: `Viết: --${option} <${placeholder}>`, en: `Write: --${option} <${placeholder}>` },
    seeHelp(command),
  );

export const optionTakesNoValue = (command: string, option: string): UsageError =>
  usage(
    "option-takes-no-value",
    { vi: `Tùy chọn “--${option}” không nhận giá trị.`, en: `The option “--${option}” takes no value.` },
    { vi: `Viết: --${option}`, en: `Write: --${option}` },
    seeHelp(command),
  );

export const optionRepeated = (command: string, option: string): UsageError =>
  usage(
    "option-repeated",
    { vi: `Tùy chọn “--${option}” chỉ được ghi một lần.`, en: `The option “--${option}” may be given once only.` },
    seeHelp(command),
  );

export const missingArgument = (command: string, argument: string): UsageError =>
  usage(
    "missing-argument",
    { vi: `Lệnh “${command}” thiếu <${argument}>.`, en: `“${command}” lacks its <${argument}>.` },
    seeHelp(command),
  );

export const missingOption = (command: string, option: string, placeholder: string): UsageError =>
  usage(
    "missing-option",
    {
      vi: `Lệnh “${command}” cần “--${option} <${placeholder}>”.`,
      en: `“${command}” needs “--${option} <${placeholder}>”.`,
    },
    seeHelp(command),
  );

export const unexpectedArgument = (command: string, argument: string): UsageError =>
  usage(
    "unexpected-argument",
    { vi: `Thừa “${argument}” sau lệnh “${command}”.`, en: `“${argument}” is one argument too many for “${command}”.` },
    {
      vi: "Giá trị có dấu cách phải nằm trong dấu nháy kép.",
      en: "Put values that contain spaces in double quotes.",
    },
    seeHelp(command),
  );

/** `expected` names the accepted forms, the same in both languages: `pdf, png, jpg, svg`. */
export const badValue = (command: string, option: string, value: string, expected: string): UsageError =>
  usage(
    "bad-value",
    { vi: `Giá trị “${value}” không hợp với “--${option}”.`, en: `“${value}” is no value for “--${option}”.` },
    { vi: `Dùng: ${expected}`, en: `Use: ${expected}` },
    seeHelp(command),
  );

export const optionNeedsOther = (command: string, option: string, other: string): UsageError =>
  usage(
    "option-needs-other",
    { vi: `“--${option}” chỉ dùng cùng với “--${other}”.`, en: `“--${option}” works together with “--${other}” only.` },
    seeHelp(command),
  );
