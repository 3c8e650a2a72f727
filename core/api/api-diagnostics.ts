/** Words for talk between screen and machine that fails; users should hardly ever read them. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";

const START_AGAIN: Bilingual = {
  vi: "Đóng rồi mở lại Xưởng Tin; các thay đổi vẫn còn.",
  en: "Close Xưởng Tin and open it again; your changes are kept.",
};

export const unknownCall = (name: string): Diagnostic =>
  error(
    "api.unknown-call",
    {},
    { vi: `Chương trình không có lệnh “${name}”.`, en: `There is no call “${name}”.` },
    START_AGAIN,
  );

export const badInput = (name: string, path: string, reason: string): Diagnostic =>
  error(
    "api.bad-input",
    { path },
    {
      vi: `Dữ liệu gửi cho “${name}” không đúng tại “${path}”: ${reason}.`,
      en: `What was sent to “${name}” is wrong at “${path}”: ${reason}.`,
    },
    START_AGAIN,
  );

export const badOutput = (name: string, path: string, reason: string): Diagnostic =>
  error(
    "api.bad-output",
    { path },
    {
      vi: `Kết quả của “${name}” không đúng tại “${path}”: ${reason}.`,
      en: `The answer of “${name}” is wrong at “${path}”: ${reason}.`,
    },
    START_AGAIN,
  );

export const brokenMessage = (reason: string): Diagnostic =>
  error(
    "api.broken-message",
    {},
    { vi: `Không đọc được thông điệp: ${reason}.`, en: `A message cannot be read: ${reason}.` },
    START_AGAIN,
  );

export const hostUnreachable = (reason: string): Diagnostic =>
  error(
    "api.host-unreachable",
    {},
    {
      vi: `Mất liên lạc với phần máy của Xưởng Tin (${reason}).`,
      en: `The part of Xưởng Tin that works with files does not answer (${reason}).`,
    },
    START_AGAIN,
  );

export const notKnownHere = (): Diagnostic =>
  error(
    "api.not-known-here",
    {},
    {
      vi: "Xưởng Tin đã được mở lại và chưa biết cửa sổ này.",
      en: "Xưởng Tin was started again and does not know this window yet.",
    },
    { vi: "Làm tiếp ở cửa sổ mới mở.", en: "Go on in the window that was opened last." },
  );

export const internalError = (name: string): Diagnostic =>
  error(
    "api.internal-error",
    {},
    { vi: `Lệnh “${name}” gặp lỗi của chương trình.`, en: `The call “${name}” met with a defect of the program.` },
    {
      vi: "Thử lại. Nếu vẫn lỗi, gửi tệp nhật ký lỗi cho người hỗ trợ.",
      en: "Try again. If it goes on, send the error log to those who support the program.",
    },
  );
