/** What users are told of caption files. */

import type { Diagnostic, DiagnosticTarget } from "../../diagnostics/diagnostic.ts";
import { error, warning } from "../../diagnostics/make-diagnostic.ts";

const atLine = (file: string, line: number) => ({ file, path: `${line}` });

export const captionTimeUnclear = (file: string, line: number, found: string): Diagnostic =>
  warning(
    "captions.time-unclear",
    atLine(file, line),
    {
      vi: `Dòng ${line}: không hiểu thời gian “${found}”; phụ đề này bị bỏ qua.`,
      en: `Line ${line}: the time “${found}” cannot be understood; this caption was left out.`,
    },
    { vi: "Viết như 00:01:02,500 --> 00:01:05,000", en: "Write it as 00:01:02,500 --> 00:01:05,000" },
  );

export const captionWithoutWords = (file: string, second: number): Diagnostic =>
  warning(
    "captions.without-words",
    { file, second },
    {
      vi: "Một phụ đề không có chữ hoặc hết trước khi bắt đầu; đã bỏ qua.",
      en: "A caption has no words or ends before it begins; it was left out.",
    },
  );

export const captionFileEmpty = (file: string): Diagnostic =>
  error(
    "captions.none",
    { file },
    { vi: "Không tìm thấy phụ đề nào trong tệp.", en: "No captions were found in the file." },
    { vi: "Chương trình đọc được SRT, WebVTT và EBU-TT-D.", en: "SRT, WebVTT and EBU-TT-D can be read." },
  );

export const captionsTooMany = (file: string, count: number, most: number): Diagnostic =>
  error(
    "captions.too-many",
    { file },
    {
      vi: `Tệp có ${count} phụ đề, nhiều nhất là ${most}.`,
      en: `The file has ${count} captions; ${most} is the most.`,
    },
    { vi: "Chia tệp thành nhiều phần.", en: "Divide the file." },
  );

export const captionXmlBroken = (file: string, reason: string): Diagnostic =>
  error(
    "captions.xml-broken",
    { file },
    { vi: `Tệp EBU-TT-D bị hỏng: ${reason}`, en: `The EBU-TT-D file is damaged: ${reason}` },
    { vi: "Xuất lại tệp từ chương trình đã làm ra nó.", en: "Export it again from the program that made it." },
  );

export const captionFileTooLarge = (file: string, bytes: number, most: number): Diagnostic =>
  error(
    "captions.file-too-large",
    { file },
    {
      vi: `Tệp phụ đề ${Math.round(bytes / 1e6)} MB, quá lớn (nhiều nhất ${most / 1e6} MB).`,
      en: `The caption file takes ${Math.round(bytes / 1e6)} MB, which is too large (${most / 1e6} MB is the most).`,
    },
    { vi: "Có lẽ đây không phải tệp phụ đề.", en: "It is probably no caption file." },
  );

export const captionFormatUnknown = (file: string): Diagnostic =>
  error(
    "captions.format-unknown",
    { file },
    {
      vi: "Không biết ghi loại tệp phụ đề nào theo đuôi tệp này.",
      en: "The name's ending does not say which kind of caption file to write.",
    },
    { vi: "Dùng đuôi .srt, .vtt hoặc .xml (EBU-TT-D).", en: "Use .srt, .vtt or .xml (EBU-TT-D)." },
  );

export const captionEncodingUnknown = (file: string): Diagnostic =>
  error(
    "captions.unknown-encoding",
    { file },
    { vi: "Không nhận ra bảng mã của tệp.", en: "The encoding of the file is not known." },
    {
      vi: "Lưu lại với bảng mã UTF-8; chữ TCVN3 hay VNI thì chuyển bằng lệnh convert-text.",
      en: "Save it as UTF-8; text in TCVN3 or VNI is converted by convert-text.",
    },
  );

/** `encoding` by its name. */
export const captionsConverted = (file: string, encoding: string): Diagnostic =>
  warning(
    "captions.converted-encoding",
    { file },
    {
      vi: `Tệp ở bảng mã cũ ${encoding}, đã được chuyển sang Unicode.`,
      en: `The file was in the old encoding ${encoding} and has been converted to Unicode.`,
    },
    { vi: "Đọc lại vài câu xem chữ có đúng không.", en: "Read a few lines to see that the letters are right." },
  );

/** `encoding` by its name. */
export const captionsLookLegacy = (file: string, encoding: string): Diagnostic =>
  warning(
    "captions.legacy-text",
    { file },
    {
      vi: `Chữ trong tệp có vẻ gõ bằng bảng mã cũ ${encoding} nên sẽ hiện sai.`,
      en: `The text of the file seems to be in the old encoding ${encoding} and would be shown wrongly.`,
    },
    { vi: "Chuyển tệp bằng lệnh convert-text trước khi dùng.", en: "Convert the file with convert-text first." },
  );

export const scriptEmpty = (file: string): Diagnostic =>
  error(
    "captions.script-empty",
    { file },
    { vi: "Kịch bản không có chữ nào.", en: "There are no words in the script." },
    { vi: "Chọn tệp văn bản có lời đọc.", en: "Choose a text file with what is read out." },
  );

/** Nothing tells when the words are said. */
export const narrationMissing = (target: DiagnosticTarget): Diagnostic =>
  error(
    "captions.no-narration",
    target,
    {
      vi: "Không có lời đọc để canh giờ phụ đề: clip chưa có rãnh tiếng “voice” trong ngôn ngữ này.",
      en: "There is no narration to time captions by: the clip has no track “voice” in this language.",
    },
    { vi: "Chỉ ra tệp lời đọc bằng --narration.", en: "Name the file of the narration with --narration." },
    {
      vi: "Nếu lời đọc là tiếng khác: lấy giờ của phụ đề tiếng đó bằng --like vi.",
      en: "Where the narration is in another language: take the times of its captions with --like vi.",
    },
  );

export const captionsMissing = (target: DiagnosticTarget): Diagnostic =>
  error(
    "captions.missing",
    target,
    { vi: "Chương trình không có phụ đề trong ngôn ngữ này.", en: "The programme has no captions in this language." },
    { vi: "Chọn ngôn ngữ khác bằng --lang.", en: "Choose another language with --lang." },
  );
