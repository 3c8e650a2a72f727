/** Words for pictures that cannot be used. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";

const error = (code: string, asset: string, message: Bilingual, ...hints: readonly Bilingual[]): Diagnostic => ({
  code,
  severity: "error",
  target: { asset },
  message,
  hints,
});

const EXPORT_AGAIN: Bilingual = {
  vi: "Mở ảnh bằng chương trình xem ảnh, lưu lại thành JPEG hoặc PNG rồi thay vào.",
  en: "Open it in a picture viewer, save it again as JPEG or PNG and put that in its place.",
};
const GET_AGAIN: Bilingual = {
  vi: "Chép hoặc tải lại ảnh từ nguồn; tệp có thể bị ngắt giữa chừng.",
  en: "Copy or download the picture again; the transfer may have been interrupted.",
};

export const imageCorrupt = (asset: string, format: string, detail: Bilingual): Diagnostic =>
  error(
    "image.corrupt",
    asset,
    {
      vi: `Ảnh ${format} “${asset}” bị hỏng: ${detail.vi}.`,
      en: `The ${format} picture “${asset}” is damaged: ${detail.en}.`,
    },
    GET_AGAIN,
    EXPORT_AGAIN,
  );

export const imageTruncated = (asset: string, format: string): Diagnostic =>
  error(
    "image.truncated",
    asset,
    {
      vi: `Ảnh ${format} “${asset}” bị thiếu phần cuối.`,
      en: `The ${format} picture “${asset}” is cut short.`,
    },
    GET_AGAIN,
  );

export const imageUnsupported = (asset: string, format: string | undefined): Diagnostic =>
  error(
    "image.unsupported",
    asset,
    format === undefined
      ? {
          vi: `“${asset}” không phải ảnh JPEG, PNG hay SVG.`,
          en: `“${asset}” is not a JPEG, PNG or SVG picture.`,
        }
      : {
          vi: `“${asset}” là tệp ${format}, chương trình chỉ dùng JPEG, PNG và SVG.`,
          en: `“${asset}” is a ${format} file; only JPEG, PNG and SVG can be used.`,
        },
    EXPORT_AGAIN,
  );

export const imageEmpty = (asset: string): Diagnostic =>
  error(
    "image.empty",
    asset,
    { vi: `Tệp ảnh “${asset}” rỗng.`, en: `The picture file “${asset}” is empty.` },
    GET_AGAIN,
  );

export const imageTooManyBytes = (asset: string, bytes: number, limit: number): Diagnostic =>
  error(
    "image.too-large",
    asset,
    {
      vi: `Ảnh “${asset}” nặng ${Math.ceil(bytes / 1e6)} MB, vượt giới hạn ${limit / 1e6} MB.`,
      en: `The picture “${asset}” has ${Math.ceil(bytes / 1e6)} MB; the limit is ${limit / 1e6} MB.`,
    },
    { vi: "Giảm kích thước hoặc nén ảnh rồi thay vào.", en: "Make the picture smaller and put that in its place." },
  );

export const imageTooManyPixels = (
  asset: string,
  width: number,
  height: number,
  side: number,
  area: number,
): Diagnostic =>
  error(
    "image.too-large",
    asset,
    {
      vi: `Ảnh “${asset}” có ${width} × ${height} điểm ảnh; giới hạn là ${side} mỗi cạnh và ${area / 1e6} triệu tất cả.`,
      en: `The picture “${asset}” has ${width} × ${height} pixels; the limit is ${side} a side and ${area / 1e6} million in all.`,
    },
    { vi: "Giảm kích thước ảnh rồi thay vào.", en: "Scale the picture down and put that in its place." },
  );
