import { readFile } from "node:fs/promises";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { LEGACY_ENCODINGS } from "../../core/script/legacy/legacy-encoding.ts";
import { errorCode, errorReason } from "../../host/files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../../host/files/file-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { decodeOfficeText } from "../decode-office-text.ts";
import { readChoice } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";

const CHOICES = ["auto", ...LEGACY_ENCODINGS, "unicode"] as const;
/** Below this a guess is told as doubtful. */
const SURE = 0.8;
const MOST_TOLD = 5;
const UNSURE = `Không chắc về bảng mã; hãy đọc lại kết quả, hoặc chỉ rõ bằng --from.
The encoding is a guess: read the result, or name it with --from.
`;

export const convertTextCommand = defineCommand({
  name: "convert-text",
  summary: {
    vi: "Chuyển chữ từ bảng mã cũ (TCVN3, VNI, VIQR…) sang Unicode",
    en: "Turn text in an old encoding (TCVN3, VNI, VIQR …) into Unicode",
  },
  arguments: [
    {
      name: "tệp/file",
      required: false,
      help: { vi: "Tệp văn bản; không có thì đọc stdin", en: "A text file; standard input without one" },
    },
  ],
  options: {
    from: {
      kind: "value",
      short: "f",
      placeholder: "mã/encoding",
      help: {
        vi: `Bảng mã: ${CHOICES.join(", ")}; mặc định auto (tự dò)`,
        en: `Encoding: ${CHOICES.join(", ")}; auto (found out) by default`,
      },
    },
    json: jsonOption,
  },
  examples: [
    "xuongtin convert-text --from tcvn3 cong-van.txt > cong-van-unicode.txt",
    "xuongtin convert-text < cu.txt",
  ],
  async run({ arguments: [file], options, terminal }) {
    const from = readChoice("convert-text", "from", options.from ?? "auto", CHOICES);
    const bytes = file === undefined ? await terminal.readInput() : await readTextFile(file);
    const { text, encoding, confidence, unknown } = decodeOfficeText(bytes, from);
    if (options.json) {
      printJson(terminal, { ok: true, encoding, confidence, text, unknown, diagnostics: [] });
      return ExitCode.ok;
    }
    terminal.out(text);
    if (from === "auto") terminal.err(`Bảng mã / encoding: ${encoding}\n`);
    if (confidence < SURE) terminal.err(UNSURE);
    if (unknown.length > 0) {
      const places = unknown.slice(0, MOST_TOLD).map((at) => at + 1);
      const more = unknown.length > MOST_TOLD ? " …" : "";
      terminal.err(`${unknown.length} ký tự lạ, giữ nguyên; vị trí ${places.join(", ")}${more}\n`);
      terminal.err(
        `${unknown.length} characters are not of this encoding and were kept; at ${places.join(", ")}${more}\n`,
      );
    }
    return ExitCode.ok;
  },
});

async function readTextFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const missing = errorCode(error) === "ENOENT";
    throw new DiagnosticError([missing ? fileNotFound(file) : fileNotReadable(file, errorReason(error))], {
      cause: error,
    });
  }
}
