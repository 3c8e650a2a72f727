/** What the user is told of a clipboard that cannot be pasted. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error, warning } from "../../diagnostics/make-diagnostic.ts";

/** Frames that are no sound frames: another program wrote them, or something damaged them on the way. */
export const clipUnsound = (problems: readonly Diagnostic[]): Diagnostic => {
  const [first] = problems;
  return error(
    "clipboard.unsound",
    {},
    {
      vi: `Không dán được: các khung trong bảng nhớ tạm bị hỏng.${first ? ` ${first.message.vi}` : ""}`,
      en: `Nothing was pasted: the frames on the clipboard are damaged.${first ? ` ${first.message.en}` : ""}`,
    },
    {
      vi: "Chép lại các khung từ ấn phẩm gốc rồi dán lần nữa.",
      en: "Copy the frames from the original document again, then paste.",
    },
  );
};

/** Pictures that were not on the clipboard with their frames. */
export const clipWithoutPictures = (count: number): Diagnostic =>
  warning(
    "clipboard.without-pictures",
    {},
    {
      vi: `Đã dán khung, nhưng ${count} ảnh không đi theo được.`,
      en:
        count === 1
          ? "The frames are pasted, but one picture did not come along."
          : `The frames are pasted, but ${count} pictures did not come along.`,
    },
    {
      vi: "Chọn khung rồi chọn lại ảnh từ tệp.",
      en: "Select the frame and choose its picture from a file.",
    },
  );
