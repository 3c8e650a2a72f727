/** Words for open projects: what keeps them from being opened, changed or saved. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../core/diagnostics/make-diagnostic.ts";

const OPEN_AGAIN: Bilingual = {
  vi: "Đóng dự án rồi mở lại; các thay đổi đã ghi vẫn còn.",
  en: "Close the project and open it again; changes already recorded are kept.",
};
export const openElsewhere = (file: string, machine: string): Diagnostic =>
  error(
    "project.open-elsewhere",
    { file },
    {
      vi: `“${file}” đang mở ở nơi khác${machine && ` (máy ${machine})`}.`,
      en: `“${file}” is open elsewhere${machine && ` (computer ${machine})`}.`,
    },
    { vi: "Đóng ở nơi kia, hoặc mở một bản sao.", en: "Close it there, or open a copy." },
  );

export const nameTaken = (name: string): Diagnostic =>
  error(
    "project.name-taken",
    { file: name },
    {
      vi: `Đã có dự án tên “${name}”.`,
      en: `There is a project called “${name}” already.`,
    },
    { vi: "Đặt tên khác, hoặc chọn ghi đè.", en: "Choose another name, or choose to replace it." },
  );

export const nameUnusable = (name: string): Diagnostic =>
  error(
    "project.name-unusable",
    { file: name },
    { vi: `“${name}” không dùng làm tên tệp được.`, en: `“${name}” cannot be the name of a file.` },
    { vi: "Dùng chữ và số.", en: "Use letters and digits." },
  );

export const noFileYet = (name: string): Diagnostic =>
  error(
    "project.no-file",
    {},
    { vi: `Dự án “${name}” chưa lưu lần nào.`, en: `The project “${name}” has not been saved yet.` },
    { vi: "Đặt tên cho dự án.", en: "Give it a name." },
  );

export const changedOutside = (file: string): Diagnostic =>
  warning(
    "project.changed-outside",
    { file },
    {
      vi: `Chương trình khác đã sửa “${file}” từ lúc mở. Bản đó được giữ trong danh sách phiên bản.`,
      en: `Another program has changed “${file}” since it was opened. That copy is kept among the versions.`,
    },
    { vi: "Mở danh sách phiên bản để so sánh.", en: "Open the list of versions to compare." },
  );

export const fileChanged = (file: string): Diagnostic =>
  error(
    "project.file-changed",
    { file },
    {
      vi: `Chương trình khác đã ghi vào “${file}” từ lúc mở.`,
      en: `Another program has written “${file}” since it was opened.`,
    },
    { vi: "Xem bản kia trước khi lưu đè.", en: "Look at the other copy before you save over it." },
  );

export const fileWasGone = (file: string): Diagnostic =>
  warning(
    "project.file-was-gone",
    { file },
    {
      vi: `Tệp “${file}” đã bị xoá hoặc chuyển đi; Xưởng Tin vừa ghi lại tệp mới ở chỗ cũ.`,
      en: `The file “${file}” had been removed or moved; it was written anew where it was.`,
    },
    { vi: "Nếu đã chuyển tệp sang chỗ khác, xoá bớt một trong hai.", en: "If it was moved, remove one of the two." },
  );

export const noBin = (): Diagnostic =>
  error(
    "files.no-bin",
    {},
    { vi: "Ở đây không dùng được thùng rác của máy.", en: "The system's bin cannot be used here." },
    { vi: "Mở thư mục chứa tệp rồi xoá ở đó.", en: "Show the file in its folder and delete it there." },
  );

export const versionNotKept = (file: string, reason: string): Diagnostic =>
  warning(
    "project.version-not-kept",
    { file },
    {
      vi: `Đã lưu “${file}” nhưng không giữ được bản này trong danh sách phiên bản (${reason}).`,
      en: `“${file}” was saved, but could not be kept among the versions (${reason}).`,
    },
    { vi: "Kiểm tra chỗ trống trên ổ đĩa.", en: "See whether the disk is full." },
  );

export const outOfOrder = (expected: number, got: number): Diagnostic =>
  error(
    "journal.out-of-order",
    {},
    {
      vi: `Thay đổi số ${got} không nối tiếp thay đổi đã ghi: cần số ${expected}.`,
      en: `Change ${got} does not follow those recorded: ${expected} is next.`,
    },
    OPEN_AGAIN,
  );

export const doesNotFit = (path: string): Diagnostic =>
  error(
    "journal.does-not-fit",
    { path },
    {
      vi: `Thay đổi không khớp với dự án tại ${path}.`,
      en: `The change does not fit the project at ${path}.`,
    },
    OPEN_AGAIN,
  );

export const journalNotWritten = (reason: string): Diagnostic =>
  error(
    "journal.not-written",
    {},
    {
      vi: `Không ghi được thay đổi vào ổ đĩa (${reason}).`,
      en: `The change cannot be written to the disk (${reason}).`,
    },
    {
      vi: "Kiểm tra chỗ trống trên ổ đĩa và lưu dự án ngay.",
      en: "See whether the disk is full, and save the project now.",
    },
  );

export const journalDamaged = (kept: number): Diagnostic =>
  warning(
    "journal.damaged",
    {},
    {
      vi: `Phần cuối nhật ký thay đổi bị hỏng. Đã khôi phục đến thay đổi số ${kept}.`,
      en: `The end of the record of changes is damaged. Everything up to change ${kept} was recovered.`,
    },
    { vi: "Kiểm tra lại những gì làm sau cùng.", en: "Look over what you did last." },
  );

export const nothingToRecover = (): Diagnostic =>
  error(
    "project.nothing-to-recover",
    {},
    { vi: "Không còn bản khôi phục này.", en: "There is nothing left to recover there." },
    { vi: "Mở dự án từ danh sách.", en: "Open the project from the list." },
  );

export const sessionClosed = (): Diagnostic =>
  error(
    "project.not-open",
    {},
    { vi: "Dự án này đã đóng.", en: "This project is closed." },
    { vi: "Mở lại dự án.", en: "Open it again." },
  );

export const pictureNotThere = (asset: string): Diagnostic =>
  error(
    "asset.unknown",
    { asset },
    { vi: `Dự án không có ảnh “${asset}”.`, en: `The project has no picture “${asset}”.` },
    { vi: "Chọn lại ảnh cho khung đó.", en: "Choose the picture for that frame again." },
  );
