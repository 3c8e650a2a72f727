/** Words of writing in Vietnamese: text that does not fit, pasting, special letters. */
export const writeVi = {
  overset: "Chữ thừa khỏi khung",
} as const;
