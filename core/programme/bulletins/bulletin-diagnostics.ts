/** What users are told while a bulletin is put together from recordings. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error } from "../../diagnostics/make-diagnostic.ts";

export const unknownBulletinTemplate = (id: string, ids: readonly string[], nearest: string | undefined): Diagnostic =>
  error(
    "bulletin.unknown-template",
    {},
    { vi: `Không có mẫu bản tin “${id}”.`, en: `There is no bulletin template “${id}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    {
      vi: `Các mẫu: ${ids.join(", ")}, hoặc một tệp .json cùng dạng.`,
      en: `The templates are: ${ids.join(", ")}; a .json file of the same form will do too.`,
    },
  );

export const bulletinWithoutItems = (): Diagnostic =>
  error(
    "bulletin.no-items",
    {},
    { vi: "Bản tin chưa có tin nào.", en: "The bulletin has no item." },
    { vi: 'Thêm từng tin: --item "Tên tin=tep.mp3"', en: 'Give each of them: --item "Name=file.mp3"' },
  );

/** `sound` as the option is called: `opening`, `bed`. */
export const bulletinSoundUnused = (template: string, sound: string): Diagnostic =>
  error(
    "bulletin.sound-unused",
    {},
    {
      vi: `Mẫu “${template}” không có chỗ cho “--${sound}”.`,
      en: `The template “${template}” has no place for “--${sound}”.`,
    },
    { vi: `Bỏ “--${sound}”, hoặc chọn mẫu khác.`, en: `Leave “--${sound}” out, or take another template.` },
    { vi: "Xem các mẫu: xuongtin bulletin", en: "See the templates: xuongtin bulletin" },
  );

export const bulletinTooManyParts = (parts: number, most: number): Diagnostic =>
  error(
    "bulletin.too-many-parts",
    {},
    {
      vi: `Bản tin gồm ${parts} phần, nhiều hơn ${most} phần cho phép.`,
      en: `The bulletin has ${parts} parts; ${most} are the most there may be.`,
    },
    { vi: "Chia thành nhiều bản tin.", en: "Make several bulletins of it." },
  );

export const bulletinFileSilent = (file: string): Diagnostic =>
  error(
    "bulletin.no-sound",
    { file },
    { vi: `Tệp “${file}” không có tiếng.`, en: `“${file}” has no sound.` },
    {
      vi: "Chọn bản thu âm (MP3, WAV, M4A …), hoặc video có tiếng.",
      en: "Choose a recording (MP3, WAV, M4A …), or a video with sound.",
    },
  );

/** `music` as the template names it, `template` the file it is named in. */
export const bulletinMusicMissing = (music: string, template: string): Diagnostic =>
  error(
    "bulletin.music-missing",
    { file: template },
    {
      vi: `Không có tệp nhạc “${music}” mà mẫu “${template}” dùng.`,
      en: `The music “${music}” of the template “${template}” is not there.`,
    },
    {
      vi: "Đặt tệp nhạc cạnh tệp mẫu, đúng tên ghi trong mẫu, hoặc chọn nhạc riêng: --jingle, --bumper, --bed.",
      en: "Put it beside the template under the name given there, or name music of your own: --jingle, --bumper, --bed.",
    },
  );
