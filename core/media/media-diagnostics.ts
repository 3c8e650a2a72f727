/** What the user is told about sound and moving pictures that cannot be used as they are. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";

const COPY_AGAIN: Bilingual = {
  vi: "Chép lại tệp từ máy quay, điện thoại hoặc thẻ nhớ rồi thử lại.",
  en: "Copy the file from the camera, phone or card again.",
};

const PLAYS_ELSEWHERE: Bilingual = {
  vi: "Mở tệp bằng một chương trình xem phim: nếu không xem được thì tệp đã hỏng.",
  en: "Open the file in a media player: if it does not play there, it is damaged.",
};

export const mediaEmpty = (file: string): Diagnostic =>
  error(
    "media.empty",
    { file },
    { vi: `Tệp “${file}” trống (0 byte).`, en: `“${file}” is empty (0 bytes).` },
    COPY_AGAIN,
  );

export const mediaIsFolder = (file: string): Diagnostic =>
  error(
    "media.is-a-folder",
    { file },
    { vi: `“${file}” không phải là tệp.`, en: `“${file}” is no file.` },
    { vi: "Chọn một tệp âm thanh, video hoặc ảnh.", en: "Choose a file of sound, video or a picture." },
  );

/** Web addresses are refused: nothing is fetched from a network. */
export const mediaIsAddress = (file: string): Diagnostic =>
  error(
    "media.is-an-address",
    { file },
    {
      vi: `“${file}” là địa chỉ mạng; chương trình chỉ dùng tệp trên máy.`,
      en: `“${file}” is a network address; only files of this computer are used.`,
    },
    { vi: "Tải tệp về máy rồi chọn tệp đã tải.", en: "Download the file and choose the downloaded one." },
  );

/** A list of other files, which the program does not follow. */
export const mediaIsPlaylist = (file: string): Diagnostic =>
  error(
    "media.playlist",
    { file },
    {
      vi: `“${file}” là danh sách phát, chỉ trỏ tới các tệp khác.`,
      en: `“${file}” is a playlist: it only points at other files.`,
    },
    { vi: "Chọn thẳng tệp âm thanh hoặc video.", en: "Choose the file of sound or video itself." },
  );

export const mediaNotRecognized = (file: string, reason: string): Diagnostic =>
  error(
    "media.not-recognized",
    { file },
    {
      vi: `Không đọc được “${file}” như âm thanh, video hay ảnh (${reason}).`,
      en: `“${file}” cannot be read as sound, video or a picture (${reason}).`,
    },
    PLAYS_ELSEWHERE,
    COPY_AGAIN,
  );

/** The table of contents of an MP4 is written last: a recording that was cut off has none. */
export const mediaUnfinished = (file: string): Diagnostic =>
  error(
    "media.unfinished",
    { file },
    {
      vi: `“${file}” bị cắt ngang khi quay hoặc khi chép: thiếu mục lục (moov) ở cuối tệp.`,
      en: `“${file}” was cut off while recorded or copied: the table of contents (moov) at its end is missing.`,
    },
    COPY_AGAIN,
    {
      vi: "Nếu bản gốc cũng vậy, dùng chức năng sửa tệp của chính máy quay.",
      en: "If the original is the same, use the repair function of the camera.",
    },
  );

export const mediaCutShort = (file: string, said: number, found: number): Diagnostic =>
  warning(
    "media.ends-early",
    { file, second: found },
    {
      vi: `“${file}” ghi là dài ${secondsText(said)} giây nhưng chỉ đọc được đến giây ${secondsText(found)}.`,
      en: `“${file}” says it is ${secondsText(said, "en")} s long, but can be read up to second ${secondsText(found, "en")} only.`,
    },
    COPY_AGAIN,
  );

export const mediaDamaged = (file: string, at: number | undefined, reason: string): Diagnostic =>
  warning(
    "media.damaged",
    { file },
    {
      vi: `“${file}” có chỗ hỏng${at === undefined ? "" : ` ở khoảng giây ${secondsText(at)}`}: ${reason}.`,
      en: `“${file}” is damaged${at === undefined ? "" : ` at about second ${secondsText(at, "en")}`}: ${reason}.`,
    },
    COPY_AGAIN,
  );

/** Stretches of a file that decoders complained of; the first complaint is given for who knows what to make of it. */
export function mediaDamagedIn(
  file: string,
  spans: readonly { readonly from: number; readonly to: number; readonly reason: string }[],
): Diagnostic {
  const shown = spans.slice(0, MOST_SPANS);
  const times = (language: "vi" | "en"): string =>
    shown
      .map(({ from, to }) =>
        to - from < 0.1 ? secondsText(from, language) : `${secondsText(from, language)}–${secondsText(to, language)}`,
      )
      .join(language === "vi" ? "; " : ", ") + (spans.length > MOST_SPANS ? "…" : "");
  const reason = spans[0]?.reason ?? "";
  return warning(
    "media.damaged",
    { file, second: spans[0]?.from ?? 0 },
    {
      vi: `“${file}” có chỗ hỏng ở khoảng giây ${times("vi")} (${reason}).`,
      en: `“${file}” is damaged at about second ${times("en")} (${reason}).`,
    },
    COPY_AGAIN,
    { vi: "Hoặc cắt bỏ đoạn đó khi dựng.", en: "Or leave that part out." },
  );
}
const MOST_SPANS = 4;

/** Frames whose times go back are shown in the order they come in, those that are late left out. */
export const mediaTimesJump = (file: string, second: number, count: number): Diagnostic =>
  warning(
    "media.times-jump",
    { file, second },
    {
      vi: `Mốc thời gian trong “${file}” nhảy lùi ${count} lần, lần đầu ở giây ${secondsText(second)}: hình và tiếng chỗ đó có thể lệch nhau.`,
      en: `Times in “${file}” go back ${count} times, first at second ${secondsText(second, "en")}: picture and sound may be apart there.`,
    },
    {
      vi: "Xem lại đoạn đó; nếu lệch, chép lại tệp từ máy quay, hoặc cắt làm hai ở chỗ nhảy.",
      en: "Look at that part; if it is out of step, copy the file again or cut it in two there.",
    },
  );

/** Nothing is lost: all of it is used. */
export const mediaLongerThanSaid = (file: string, said: number, found: number): Diagnostic =>
  info(
    "media.longer-than-said",
    { file },
    {
      vi: `“${file}” ghi là dài ${secondsText(said)} giây, thật ra dài ${secondsText(found)} giây.`,
      en: `“${file}” says it is ${secondsText(said, "en")} s long and is ${secondsText(found, "en")} s.`,
    },
  );

export const soundAndPictureDiffer = (file: string, picture: number, sound: number): Diagnostic =>
  info(
    "media.sound-and-picture-differ",
    { file, second: Math.min(picture, sound) },
    picture > sound
      ? {
          vi: `Tiếng trong “${file}” hết ở giây ${secondsText(sound)}, hình đến giây ${secondsText(picture)}: sau đó là im lặng.`,
          en: `The sound of “${file}” ends at second ${secondsText(sound, "en")}, its picture at ${secondsText(picture, "en")}: silence follows.`,
        }
      : {
          vi: `Hình trong “${file}” hết ở giây ${secondsText(picture)}, tiếng đến giây ${secondsText(sound)}: hình cuối đứng lại.`,
          en: `The picture of “${file}” ends at second ${secondsText(picture, "en")}, its sound at ${secondsText(sound, "en")}: the last frame stays.`,
        },
  );

/** There are streams, of subtitles or data, but none to be seen or heard. */
export const mediaNothingToUse = (file: string, kinds: readonly string[]): Diagnostic =>
  error(
    "media.nothing-to-use",
    { file },
    {
      vi: `“${file}” không có hình và tiếng nào dùng được${kinds.length > 0 ? `, chỉ có: ${kinds.join(", ")}` : ""}.`,
      en: `There is no picture and no sound to be used in “${file}”${kinds.length > 0 ? `, only: ${kinds.join(", ")}` : ""}.`,
    },
    { vi: "Chọn tệp âm thanh, video hoặc ảnh.", en: "Choose a file of sound, video or a picture." },
    { vi: "Phụ đề thì nhập bằng lệnh captions import.", en: "Captions are taken in by captions import." },
  );

/** Pictures have no loudness, no length and no fields. */
export const mediaNothingToMeasure = (file: string): Diagnostic =>
  error(
    "media.nothing-to-measure",
    { file },
    {
      vi: `“${file}” là ảnh, không có gì để đo.`,
      en: `“${file}” is a still picture: there is nothing to measure.`,
    },
    {
      vi: "Chọn tệp âm thanh hoặc video; ảnh thì xem bằng lệnh probe.",
      en: "Choose a file of sound or video; probe looks at pictures.",
    },
  );

/** Without the filter that knows HDR its picture would be grey and flat. */
export const hdrNotConvertible = (file: string): Diagnostic =>
  error(
    "media.hdr-not-convertible",
    { file },
    {
      vi: `“${file}” là hình HDR; bản ffmpeg trên máy này không chuyển được về hình thường (thiếu bộ lọc zscale).`,
      en: `“${file}” is HDR, which the ffmpeg of this computer cannot bring into the standard range (it lacks the filter zscale).`,
    },
    { vi: "Dùng bản ffmpeg đầy đủ (full, GPL).", en: "Use a full build of ffmpeg (GPL)." },
    {
      vi: "Hoặc tắt quay HDR trong máy ảnh của điện thoại và quay lại, hoặc xuất lại phim ở dạng SDR.",
      en: "Or turn HDR off in the phone's camera, or export the film as SDR.",
    },
  );

export const mediaHasNoPicture = (file: string): Diagnostic =>
  error(
    "media.no-picture",
    { file },
    { vi: `“${file}” không có hình.`, en: `There is no picture in “${file}”.` },
    { vi: "Chọn tệp video hoặc ảnh.", en: "Choose a file of video or a picture." },
  );

/** HEIC and AVIF, which ffmpeg reads from some version on, and damaged pictures of such kinds. */
export const stillNotReadable = (file: string, kind: string): Diagnostic =>
  error(
    "media.still-not-readable",
    { file },
    {
      vi: `“${file}” là ảnh ${kind}; bản ffmpeg trên máy này không đọc được${kind === "HEIC" ? " (cần bản 7 trở lên)" : ""}.`,
      en: `“${file}” is a ${kind} picture, which the ffmpeg of this computer cannot read${kind === "HEIC" ? " (it takes version 7)" : ""}.`,
    },
    {
      vi: "Trên iPhone: Cài đặt > Camera > Định dạng > Tương thích nhất, để ảnh mới là JPEG; ảnh đã chụp thì gửi qua Zalo hoặc thư là thành JPEG.",
      en: "On an iPhone choose Settings > Camera > Formats > Most Compatible; sending a picture by mail makes a JPEG of it.",
    },
    {
      vi: "Trên máy tính: mở ảnh bằng Photos hoặc Paint rồi lưu thành JPEG.",
      en: "On a computer open it in Photos or Paint and save it as JPEG.",
    },
  );

export const mediaHasNoSound = (file: string): Diagnostic =>
  error(
    "media.no-sound",
    { file },
    { vi: `“${file}” không có tiếng.`, en: `There is no sound in “${file}”.` },
    {
      vi: "Chọn tệp khác, hoặc bỏ tệp này khỏi phần tiếng.",
      en: "Choose another file, or take this one out of the sound.",
    },
  );

export const mediaTooLarge = (file: string, width: number, height: number, most: number): Diagnostic =>
  error(
    "media.too-large",
    { file },
    {
      vi: `Hình trong “${file}” lớn ${width}×${height} điểm ảnh; nhiều nhất là ${most} mỗi chiều.`,
      en: `The picture in “${file}” is ${width}×${height} pixels; ${most} each way is the most.`,
    },
    { vi: "Thu nhỏ hình rồi dùng lại.", en: "Make the picture smaller." },
  );

/** What will be done with a file that is not what a programme is made of, said before it is done. */
export const mediaConformed = (file: string, what: Bilingual): Diagnostic => info("media.conformed", { file }, what);

/** `12,5` in Vietnamese, `12.5` in English; at most two decimals. */
export function secondsText(value: number, language: "vi" | "en" = "vi"): string {
  const text = String(Math.round(value * 100) / 100);
  return language === "vi" ? text.replace(".", ",") : text;
}
