/** Words of writing in English: text that does not fit, pasting, special letters. */
export const writeEn = {
  leftOver_one: "About {{lines}} line too much ({{count}} character)",
  leftOver_other: "About {{lines}} lines too much ({{count}} characters)",
  scaled: "Type at {{percent}} %",
  outPort: "Lead text into another frame",
  shrink: "Make the text smaller to fit (not below {{percent}} %)",
  grow: "Let the frame grow with its text",
  link: "Lead the text into another frame…",
  unlink: "Stop leading into the next frame",
  linkHint: "Click the text frame the text goes on in. Esc to cancel.",
  fit: "Where text does not fit",
  fitNone: "Keep its size and warn",
  fitShrink: "Make the text smaller",
  fitGrow: "Let the frame grow",
  minimum: "At least",
  next: "Text goes on in",
  nextNone: "No other frame",
};
