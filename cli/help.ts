/** Help pages: Vietnamese first, English below it. */

import type { Bilingual } from "../core/diagnostics/diagnostic.ts";
import { padText, textWidth, wrapText } from "../host/terminal/text-width.ts";
import type { Command, Option } from "./command.ts";

const HELP_OPTION = {
  kind: "flag",
  short: "h",
  help: { vi: "Xem hướng dẫn này", en: "Show this help" },
} as const satisfies Option;

/** The page for `xuongtin --help`. */
export function programHelp(commands: readonly Command[], width: number): string {
  return [
    "Xưởng Tin: làm ấn phẩm nhiều thứ tiếng, không cần mạng",
    "Information products in many languages, offline",
    "",
    section("CÁCH DÙNG / USAGE", ["xuongtin <lệnh/command> [tùy chọn/options]"]),
    section(
      "LỆNH / COMMANDS",
      itemList(
        commands.map((command) => ({ term: command.name, help: command.summary })),
        width,
      ),
    ),
    section(
      "TÙY CHỌN / OPTIONS",
      itemList(
        [
          { term: optionTerm("help", HELP_OPTION), help: HELP_OPTION.help },
          { term: "--version", help: { vi: "Xem số phiên bản", en: "Show the version" } },
        ],
        width,
      ),
    ),
    section("MÃ THOÁT / EXIT CODES", exitCodes(width)),
    "Chi tiết / details: xuongtin <lệnh/command> --help\n",
  ].join("\n");
}

/** The page for `xuongtin <command> --help`. */
export function commandHelp(command: Command, width: number): string {
  const line = [
    "xuongtin",
    command.name,
    ...command.arguments.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`)),
    "[tùy chọn/options]",
  ];
  const options = [...Object.entries(command.options), ["help", HELP_OPTION] as const].map(([name, option]) => ({
    term: optionTerm(name, option),
    help: option.help,
  }));
  const argumentItems = command.arguments.map(({ name, help }) => ({ term: `<${name}>`, help }));
  return [
    ...wrapText(command.summary.vi, width),
    ...wrapText(command.summary.en, width),
    "",
    section("CÁCH DÙNG / USAGE", [line.join(" ")]),
    ...(argumentItems.length > 0 ? [section("THAM SỐ / ARGUMENTS", itemList(argumentItems, width))] : []),
    section("TÙY CHỌN / OPTIONS", itemList(options, width)),
    ...(command.examples.length > 0 ? [section("VÍ DỤ / EXAMPLES", command.examples)] : []),
  ].join("\n");
}

function optionTerm(name: string, option: Option): string {
  const value = option.kind === "flag" ? "" : ` <${option.placeholder}>`;
  return `${option.short ? `-${option.short}, ` : ""}--${name}${value}${option.kind === "list" ? " …" : ""}`;
}

interface Item {
  readonly term: string;
  readonly help: Bilingual;
}

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;

/** Terms in a column of their own, their explanations beside them. */
function itemList(items: readonly Item[], width: number): string[] {
  const termWidth = Math.max(...items.map(({ term }) => textWidth(term)));
  const room = Math.max(30, width - termWidth - 4);
  return items.flatMap(({ term, help }) => {
    const lines = [help.vi, help.en].flatMap((text) => wrapText(text, room));
    return lines.map((line, index) => `${padText(index === 0 ? term : "", termWidth)}  ${line}`);
  });
}

const exitCodes = (width: number): string[] =>
  itemList(
    [
      { term: "0", help: { vi: "Xong, không có lỗi", en: "Done, no errors" } },
      {
        term: "1",
        help: { vi: "Có lỗi trong dự án, dữ liệu hoặc máy", en: "Errors in the project, the data or the machine" },
      },
      { term: "2", help: { vi: "Lệnh viết sai", en: "The command line is wrong" } },
      { term: "3", help: { vi: "Lỗi bên trong chương trình", en: "A defect of the program" } },
      { term: "130", help: { vi: "Đã dừng bằng Ctrl-C", en: "Stopped with Ctrl-C" } },
    ],
    width,
  );
