/** Words of writing in English: text that does not fit, pasting, special letters. */
export const writeEn = {
  overset: "Overset text",
};
