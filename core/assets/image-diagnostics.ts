/** Words for pictures that cannot be used. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";

/** A picture as the project and as the user know it. */
export interface NamedPicture {
  readonly asset: string;
  readonly name: string;
}

const EXPORT_AGAIN: Bilingual = {
  vi: "Mở ảnh bằng chương trình xem ảnh, lưu lại thành JPEG hoặc PNG rồi thay vào.",
  en: "Open it in a picture viewer, save it again as JPEG or PNG and put that in its place.",
};
const GET_AGAIN: Bilingual = {
  vi: "Chép hoặc tải lại ảnh từ nguồn; tệp có thể bị ngắt giữa chừng.",
  en: "Copy or download the picture again; the transfer may have been interrupted.",
};

export const imageCorrupt = (picture: NamedPicture, format: string, detail: Bilingual): Diagnostic =>
  error(
    "image.corrupt",
    { asset: picture.asset },
    {
      vi: `Ảnh ${format} “${picture.name}” bị hỏng: ${detail.vi}.`,
      en: `The ${format} picture “${picture.name}” is damaged: ${detail.en}.`,
    },
    GET_AGAIN,
    EXPORT_AGAIN,
  );

export const imageTruncated = (picture: NamedPicture, format: string): Diagnostic =>
  error(
    "image.truncated",
    { asset: picture.asset },
    {
      vi: `Ảnh ${format} “${picture.name}” bị thiếu phần cuối.`,
      en: `The ${format} picture “${picture.name}” is cut short.`,
    },
    GET_AGAIN,
  );

export const imageUnsupported = (picture: NamedPicture, format: string | undefined): Diagnostic =>
  error(
    "image.unsupported",
    { asset: picture.asset },
    format === undefined
      ? {
          vi: `“${picture.name}” không phải ảnh JPEG, PNG hay SVG.`,
          en: `“${picture.name}” is not a JPEG, PNG or SVG picture.`,
        }
      : {
          vi: `“${picture.name}” là tệp ${format}, chương trình chỉ dùng JPEG, PNG và SVG.`,
          en: `“${picture.name}” is a ${format} file; only JPEG, PNG and SVG can be used.`,
        },
    EXPORT_AGAIN,
  );

export const imageEmpty = (picture: NamedPicture): Diagnostic =>
  error(
    "image.empty",
    { asset: picture.asset },
    { vi: `Tệp ảnh “${picture.name}” rỗng.`, en: `The picture file “${picture.name}” is empty.` },
    GET_AGAIN,
  );

export const imageTooManyBytes = (picture: NamedPicture, bytes: number, limit: number): Diagnostic =>
  error(
    "image.too-large",
    { asset: picture.asset },
    {
      vi: `Ảnh “${picture.name}” nặng ${Math.ceil(bytes / 1e6)} MB, vượt giới hạn ${limit / 1e6} MB.`,
      en: `The picture “${picture.name}” has ${Math.ceil(bytes / 1e6)} MB; the limit is ${limit / 1e6} MB.`,
    },
    { vi: "Giảm kích thước hoặc nén ảnh rồi thay vào.", en: "Make the picture smaller and put that in its place." },
  );

export const imageTooManyPixels = (
  picture: NamedPicture,
  width: number,
  height: number,
  side: number,
  area: number,
): Diagnostic =>
  error(
    "image.too-large",
    { asset: picture.asset },
    {
      vi: `Ảnh “${picture.name}” có ${width} × ${height} điểm ảnh; giới hạn là ${side} mỗi cạnh và ${area / 1e6} triệu tất cả.`,
      en: `The picture “${picture.name}” has ${width} × ${height} pixels; the limit is ${side} a side and ${area / 1e6} million in all.`,
    },
    { vi: "Giảm kích thước ảnh rồi thay vào.", en: "Scale the picture down and put that in its place." },
  );
