import type { MessagesLike } from "./messages.ts";
import type { printVi } from "./print-vi.ts";

/** Words of printing in English. */
export const printEn: MessagesLike<typeof printVi> = {
  title: "Print",
  print: "Print",
  intro: "The program makes a PDF, {{size}}, and opens it for you to print on the office's printer.",
  paper: "Only A4 in the printer? Choose “Fit to page” when printing, and the whole page stays on the paper.",
  make: "Make the print file",
  other: "Other ways out…",
  ready: "Ready to print",
  next: "Press “Open to print”, then the printer in the window that opens.",
  open: "Open to print",
};
