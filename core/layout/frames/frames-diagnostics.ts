/** What the layout of shapes, pictures, QR codes, charts and ornaments reports. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../../diagnostics/diagnostic.ts";
import { error, warning } from "../../diagnostics/make-diagnostic.ts";
import type { SvgRefusal } from "../svg-art/svg-element.ts";

/** A free shape's path data breaks the grammar of SVG paths; `problem` is the parser's finding. */
export function malformedOutline(target: DiagnosticTarget, problem: string): Diagnostic {
  return error(
    "shape.malformed-path",
    target,
    {
      vi: `Không vẽ được hình: dữ liệu đường nét bị sai (${problem}).`,
      en: `The shape cannot be drawn: its path data is malformed (${problem}).`,
    },
    {
      vi: "Dán lại thuộc tính “d” của đường nét từ tệp SVG gốc, hoặc chọn một hình có sẵn.",
      en: "Paste the path’s “d” attribute from the original SVG again, or choose a ready-made shape.",
    },
  );
}

/** A frame's cutting outline breaks the grammar of SVG paths; the frame is shown uncut. */
export function malformedClip(target: DiagnosticTarget, problem: string): Diagnostic {
  return error(
    "frame.malformed-clip",
    target,
    {
      vi: `Không cắt được khung theo hình: dữ liệu đường nét bị sai (${problem}). Khung đang hiện nguyên.`,
      en: `The frame cannot be cut to its outline: the path data is malformed (${problem}). It is shown uncut.`,
    },
    {
      vi: "Dán lại thuộc tính “d” của đường nét từ tệp SVG gốc, hoặc bỏ hình cắt.",
      en: "Paste the path’s “d” attribute from the original SVG again, or remove the cutting outline.",
    },
  );
}

/** An image frame names no picture in any language; nothing is drawn. */
export function emptyImage(target: DiagnosticTarget): Diagnostic {
  return warning(
    "image.none",
    target,
    { vi: "Khung ảnh chưa có ảnh.", en: "The picture frame has no picture." },
    { vi: "Chọn một ảnh cho khung, hoặc xoá khung.", en: "Choose a picture for the frame, or delete the frame." },
  );
}

/** What a person calls a picture: the name of the file it came from, in quotation marks; nothing where it has none. */
type PictureName = string | undefined;

const called = (name: PictureName): string => (name === undefined || name === "" ? "" : ` “${name}”`);

/** The named picture is not among the project's, or its file is missing or unreadable; a placeholder is drawn. */
export function missingAsset(target: DiagnosticTarget & { readonly asset: string }, name: PictureName): Diagnostic {
  return error(
    "image.missing-asset",
    target,
    {
      vi: `Không tìm thấy ảnh${called(name)}, hoặc tệp ảnh bị hỏng.`,
      en: `The picture${called(name)} is missing, or its file is damaged.`,
    },
    {
      vi: "Chép lại tệp ảnh vào dự án hoặc thay bằng ảnh khác.",
      en: "Bring the file into the project again, or replace the picture.",
    },
  );
}

/** A crop leaves nothing of the picture; the whole picture is used. */
export function emptyCrop(target: DiagnosticTarget): Diagnostic {
  return warning(
    "image.empty-crop",
    target,
    {
      vi: "Vùng cắt của ảnh không có diện tích; đang dùng toàn bộ ảnh.",
      en: "The picture’s crop has no area; the whole picture is used.",
    },
    { vi: "Đặt lại vùng cắt ảnh.", en: "Set the crop again." },
  );
}

const REFUSALS: Readonly<Record<SvgRefusal["reason"], Bilingual>> = {
  "too-large": { vi: "tệp quá lớn", en: "the file is too large" },
  "document-type": { vi: "tệp khai báo DTD hoặc thực thể", en: "the file declares a document type or entities" },
  malformed: { vi: "tệp không đúng cú pháp XML", en: "the file is not well-formed XML" },
  "too-many-elements": { vi: "tệp có quá nhiều phần tử", en: "the file has too many elements" },
  "too-deep": { vi: "các phần tử lồng nhau quá sâu", en: "its elements are nested too deeply" },
  "not-svg": { vi: "tệp không phải SVG hoặc không cho biết kích thước", en: "the file is not SVG or states no size" },
};

/** An SVG file is refused as a whole; a placeholder is drawn. */
export function svgRefused(
  target: DiagnosticTarget & { readonly asset: string },
  name: PictureName,
  refusal: SvgRefusal,
): Diagnostic {
  const reason = REFUSALS[refusal.reason];
  return error(
    "svg.refused",
    target,
    {
      vi: `Không dùng được tệp SVG${called(name)}: ${reason.vi} (${refusal.detail}).`,
      en: `The SVG${called(name)} cannot be used: ${reason.en} (${refusal.detail}).`,
    },
    {
      vi: "Mở tệp bằng Inkscape và lưu lại dạng “Plain SVG”, hoặc đổi sang PNG.",
      en: "Open it in Inkscape and save it as “Plain SVG”, or use a PNG instead.",
    },
  );
}

/** Parts of an SVG that are never drawn were left out of the picture. */
export function svgSkipped(
  target: DiagnosticTarget & { readonly asset: string },
  name: PictureName,
  skipped: readonly string[],
): Diagnostic {
  const shown = skipped.slice(0, 8).join(", ") + (skipped.length > 8 ? ", …" : "");
  return warning(
    "svg.skipped",
    target,
    {
      vi: `Một phần của tệp SVG${called(name)} bị bỏ qua: ${shown}.`,
      en: `Parts of the SVG${called(name)} were left out: ${shown}.`,
    },
    {
      vi: "Xem lại hình. Nếu thiếu nét, hãy chuyển chữ và hiệu ứng thành đường nét rồi xuất lại “Plain SVG”.",
      en: "Check the picture. If something is missing, convert text and effects to paths and export it as “Plain SVG” again.",
    },
  );
}

/** A QR code has nothing to say; nothing is drawn. */
export function qrNoData(target: DiagnosticTarget): Diagnostic {
  return error(
    "qr.no-data",
    target,
    { vi: "Mã QR chưa có nội dung.", en: "The QR code has no content." },
    { vi: "Nhập địa chỉ hoặc nội dung cho mã QR.", en: "Give the QR code an address or a text." },
  );
}

/** The content has more bytes than the largest QR code holds at this correction level. */
export function qrTooLong(target: DiagnosticTarget, bytes: number, most: number): Diagnostic {
  return error(
    "qr.too-long",
    target,
    {
      vi: `Nội dung mã QR quá dài: ${bytes} byte, tối đa ${most} byte ở mức sửa lỗi này.`,
      en: `The QR code’s content is too long: ${bytes} bytes, at most ${most} at this correction level.`,
    },
    { vi: "Dùng địa chỉ ngắn hơn.", en: "Use a shorter address." },
    { vi: "Chọn mức sửa lỗi thấp hơn (L hoặc M).", en: "Choose a lower correction level (L or M)." },
  );
}

/** Scanners may fail on these colours; `ratio` after WCAG. */
export function qrLowContrast(target: DiagnosticTarget, ratio: number, inverted: boolean): Diagnostic {
  const figure = ratio.toFixed(1);
  return warning(
    "qr.low-contrast",
    target,
    inverted
      ? {
          vi: `Mã QR sáng trên nền tối (độ tương phản ${figure}:1): nhiều điện thoại không quét được.`,
          en: `The QR code is light on dark (contrast ${figure}:1): many phones cannot scan it.`,
        }
      : {
          vi: `Mã QR và nền quá giống nhau (độ tương phản ${figure}:1): khó quét.`,
          en: `The QR code hardly stands out from its background (contrast ${figure}:1): it is hard to scan.`,
        },
    { vi: "Dùng màu đậm trên nền trắng.", en: "Use a dark colour on white." },
  );
}

/** Modules are smaller than phones can tell apart. */
export function qrTooSmall(target: DiagnosticTarget, moduleMm: number, least: number): Diagnostic {
  return warning(
    "qr.too-small",
    target,
    {
      vi: `Mã QR quá nhỏ: mỗi ô ${moduleMm.toFixed(2)} mm, nên từ ${least} mm trở lên.`,
      en: `The QR code is too small: modules of ${moduleMm.toFixed(2)} mm, better ${least} mm or more.`,
    },
    { vi: "Phóng to khung mã QR hoặc rút ngắn nội dung.", en: "Enlarge the QR code’s frame, or shorten its content." },
  );
}

/** The catalogue has no motif of this id; nothing is drawn. */
export function unknownMotif(target: DiagnosticTarget, motif: string): Diagnostic {
  return error(
    "ornament.unknown-motif",
    target,
    { vi: `Không có hoa văn “${motif}”.`, en: `There is no ornament “${motif}”.` },
    {
      vi: "Chọn một hoa văn trong danh mục (docs/ornaments.md).",
      en: "Choose a motif of the catalogue (docs/ornaments.md).",
    },
  );
}

/** A field of tiles is so fine that they are drawn larger. */
export function ornamentTooFine(target: DiagnosticTarget, count: number, most: number): Diagnostic {
  return warning(
    "ornament.too-fine",
    target,
    {
      vi: `Hoa văn lát quá nhỏ: cần ${count} ô, tối đa ${most}. Ô đã được phóng to.`,
      en: `The ornament’s tiles are too small: ${count} would be needed, at most ${most}. They are drawn larger.`,
    },
    { vi: "Tăng cỡ ô hoa văn.", en: "Enlarge the ornament’s size." },
  );
}
