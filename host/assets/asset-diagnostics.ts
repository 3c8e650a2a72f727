/** Words for pictures whose file is missing or not what it was. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

const REPLACE: Bilingual = {
  vi: "Chọn lại ảnh cho khung đó.",
  en: "Choose the picture for that frame again.",
};

export const assetMissing = (asset: string, file: string, name: string | undefined): Diagnostic =>
  error(
    "asset.missing",
    { asset, file },
    { vi: `Thiếu tệp ảnh “${name ?? file}”.`, en: `The picture file “${name ?? file}” is missing.` },
    { vi: "Đặt lại tệp vào đúng chỗ, hoặc chọn lại ảnh.", en: "Put the file back, or choose the picture again." },
  );

export const assetChanged = (asset: string, file: string, name: string | undefined): Diagnostic =>
  error(
    "asset.digest-mismatch",
    { asset, file },
    {
      vi: `Tệp ảnh “${name ?? file}” bị hỏng hoặc đã bị thay: nội dung không khớp với lúc lưu.`,
      en: `The picture file “${name ?? file}” is damaged or was replaced: its content is not what was saved.`,
    },
    REPLACE,
  );

export const assetOutside = (asset: string, file: string): Diagnostic =>
  error(
    "asset.outside-folder",
    { asset, file },
    {
      vi: `Ảnh “${file}” nằm ngoài thư mục dự án nên không được dùng.`,
      en: `The picture “${file}” lies outside the project's folder and is not used.`,
    },
    { vi: "Chép ảnh vào thư mục dự án.", en: "Copy the picture into the project's folder." },
  );

export const assetUnreadable = (asset: string, file: string, reason: string): Diagnostic =>
  error(
    "asset.not-readable",
    { asset, file },
    { vi: `Không đọc được ảnh “${file}”: ${reason}.`, en: `The picture “${file}” cannot be read: ${reason}.` },
    REPLACE,
  );
