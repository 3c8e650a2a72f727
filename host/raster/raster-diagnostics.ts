/** Messages of the raster host. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

/** The picture file of an asset is damaged or of a kind the decoder does not know. */
export function pictureUnreadable(asset: string): Diagnostic {
  return error(
    "raster.picture-unreadable",
    { asset },
    {
      vi: `Không đọc được tệp ảnh của “${asset}”; chỗ của ảnh để trống.`,
      en: `The picture file of “${asset}” cannot be read; its place is left empty.`,
    },
    {
      vi: "Mở ảnh bằng phần mềm xem ảnh, lưu lại thành JPEG hoặc PNG rồi đưa vào lại.",
      en: "Open the picture in an image viewer, save it as JPEG or PNG and bring it in again.",
    },
  );
}

/** The page would take more pixels than a picture file can have. */
export function rasterTooLarge(
  page: number,
  width: number,
  height: number,
  ppi: number,
  largestPpi: number,
): Diagnostic {
  return error(
    "raster.too-large",
    { page },
    {
      vi: `Trang ${page} ở ${ppi} ppi thành ảnh ${width} × ${height} điểm ảnh, quá lớn.`,
      en: `Page ${page} at ${ppi} ppi becomes a picture of ${width} × ${height} pixels, which is too large.`,
    },
    { vi: `Chọn độ phân giải không quá ${largestPpi} ppi.`, en: `Choose a resolution of ${largestPpi} ppi or less.` },
    { vi: "Hoặc xuất PDF, vốn không phụ thuộc độ phân giải.", en: "Or export a PDF, which has no resolution." },
  );
}

/** The resolution asked for is not a number of pixels per inch. */
export function rasterResolutionInvalid(ppi: number): Diagnostic {
  return error(
    "raster.resolution-invalid",
    {},
    {
      vi: `Độ phân giải “${ppi}” không hợp lệ; cần một số từ 1 đến 4800.`,
      en: `The resolution “${ppi}” is not valid; it must be a number from 1 to 4800.`,
    },
    {
      vi: "Dùng 96 cho màn hình, 150 cho bản nháp, 300 cho bản in.",
      en: "Use 96 for screens, 150 for drafts, 300 for print.",
    },
  );
}
