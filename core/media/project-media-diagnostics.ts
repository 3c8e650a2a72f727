/** What the user is told of sound and video a project plays, by the names the project knows them by. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";

/** How a project calls one of its files. */
export interface NamedMedia {
  readonly id: string;
  readonly file: string;
  readonly name?: string | undefined;
}

const called = ({ name, file }: NamedMedia): string => name ?? file;

/** `places` are files of that name found near the project, as paths from its folder. */
export const mediaMissing = (media: NamedMedia, places: readonly string[] = []): Diagnostic =>
  error(
    "media.missing",
    { asset: media.id, file: media.file },
    {
      vi: `Thiếu tệp âm thanh hay phim “${called(media)}” của dự án (tìm ở “${media.file}”).`,
      en: `The project's file of sound or video “${called(media)}” is missing (looked for at “${media.file}”).`,
    },
    ...places.map((place) => ({
      vi: `Gần dự án có tệp cùng tên ở “${place}”: chuyển tệp về chỗ cũ, hoặc gom vào dự án bằng lệnh pack --find.`,
      en: `A file of that name lies near the project at “${place}”: move it back, or take it in with pack --find.`,
    })),
    {
      vi: "Cắm lại ổ đĩa hoặc thẻ nhớ, đặt tệp về chỗ cũ cạnh dự án, hoặc chọn tệp khác.",
      en: "Plug the disk or card in again, put the file back beside the project, or choose another.",
    },
  );

/** The project is saved all the same, and remembers the file. */
export const mediaNotTaken = (media: NamedMedia): Diagnostic =>
  warning(
    "media.not-taken",
    { asset: media.id, file: media.file },
    {
      vi: `Không tìm thấy “${called(media)}” nên gói không có tệp này; dự án vẫn nhớ tên tệp.`,
      en: `“${called(media)}” was not found and is not in the package; the project still names it.`,
    },
    {
      vi: "Cắm lại ổ đĩa hoặc đặt tệp về chỗ cũ rồi lưu lại, trước khi xóa bản cũ của dự án.",
      en: "Plug the disk in or put the file back and save again before the old project file is removed.",
    },
  );

/** Its content is not what its name or the project says. */
export const mediaChanged = (media: NamedMedia): Diagnostic =>
  warning(
    "media.changed",
    { asset: media.id, file: media.file },
    {
      vi: `Nội dung của “${called(media)}” khác với lúc lưu: tệp đã bị thay hoặc hỏng một phần.`,
      en: `“${called(media)}” is not what was saved: it was replaced or is partly damaged.`,
    },
    { vi: "Xem và nghe lại đoạn dùng tệp này.", en: "Look at and listen to what is made of it." },
  );

/** It was written to while it was being read. */
export const mediaBusy = (media: NamedMedia): Diagnostic =>
  error(
    "media.changing",
    { asset: media.id, file: media.file },
    {
      vi: `“${called(media)}” đang bị chương trình khác ghi, chưa thể đưa vào dự án.`,
      en: `Another program is writing “${called(media)}”; it cannot be taken in yet.`,
    },
    { vi: "Chờ chép hoặc quay xong rồi làm lại.", en: "Wait until it is copied or recorded and do it again." },
  );

/** Links and paths that lead out of the project's folder are not followed. */
export const mediaOutside = (media: NamedMedia): Diagnostic =>
  error(
    "media.outside-folder",
    { asset: media.id, file: media.file },
    {
      vi: `“${called(media)}” nằm ngoài thư mục dự án nên không được dùng.`,
      en: `“${called(media)}” lies outside the project's folder and is not used.`,
    },
    {
      vi: "Chép tệp vào thư mục dự án, hoặc gom vào gói .xtin.",
      en: "Copy it into the project's folder, or take it into the .xtin package.",
    },
  );

/** A file that was not in its place was found by its name. */
export const mediaFoundElsewhere = (media: NamedMedia, place: string): Diagnostic =>
  info(
    "media.found-elsewhere",
    { asset: media.id, file: media.file },
    {
      vi: `Lấy “${called(media)}” từ “${place}”.`,
      en: `“${called(media)}” was taken from “${place}”.`,
    },
  );
