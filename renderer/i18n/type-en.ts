import type { Messages } from "./messages.ts";

/** Words about the type of one language, in English. */
export const typeEn: Messages["type"] = {
  button: "Type",
  title: "Type of {{language}}",
  document: "Whole document",
  text: "Text face",
  heading: "Heading face",
  ownFamily: "Default: {{family}}",
  scale: "Size",
  leading: "Leading",
  hint: "Changes {{language}} alone; other languages stay as they are.",
  byStyle: "Style by style",
  style: "Style",
  own: "changed here",
  family: "Face",
  asEverywhere: "As in all languages",
  lineHeight: "Leading",
  reset: "Back to the default",
  resetStyle: "Take this style’s changes back",
};
