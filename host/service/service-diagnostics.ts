/** Words for calls of the screen that cannot be answered. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

export const unknownTemplate = (id: string): Diagnostic =>
  error(
    "template.unknown",
    { file: id },
    { vi: `Không có mẫu “${id}”.`, en: `There is no template “${id}”.` },
    { vi: "Chọn mẫu trong danh sách.", en: "Choose a template from the list." },
  );

export const unknownFace = (font: string): Diagnostic =>
  error(
    "font.unknown-key",
    { font },
    { vi: `Không có phông chữ “${font}”.`, en: `There is no font “${font}”.` },
    { vi: "Chọn phông chữ trong danh sách.", en: "Choose a font from the list." },
  );

export const noDialogs = (): Diagnostic =>
  error(
    "files.no-dialogs",
    {},
    {
      vi: "Trong trình duyệt không mở được hộp thoại của hệ thống.",
      en: "The system's dialogs cannot be opened from a browser.",
    },
    {
      vi: "Kéo tệp vào cửa sổ, hoặc dùng thư mục dự án.",
      en: "Drop the file on the window, or use the projects folder.",
    },
  );

export const notReadable = (): Diagnostic =>
  error(
    "files.not-a-result",
    {},
    { vi: "Tệp này không do một lần xuất bản tạo ra.", en: "No export made this file." },
    { vi: "Mở tệp trong thư mục của nó.", en: "Open it from its folder." },
  );

/** The system knows no program for files of this kind. */
export const noProgramFor = (name: string): Diagnostic =>
  error(
    "files.no-program",
    {},
    {
      vi: `Máy này chưa có chương trình nào mở được “${name}”.`,
      en: `This machine has no program that opens “${name}”.`,
    },
    {
      vi: "Mở thư mục chứa tệp rồi kéo tệp vào trình duyệt, hoặc chép sang máy khác để in.",
      en: "Open its folder and drag the file into a browser, or take it to another machine to print.",
    },
  );
