import type { Messages } from "./messages.ts";

/** Words of mending what preflight finds, in English. */
export const repairEn: Messages["repair"] = {
  scope: "Which languages are checked",
  shown: "This one",
  everyLanguage: "All languages",
  all: "Mend all that is safe to mend",
  done: "Mended. Press Ctrl+Z to have it as it was.",
};
