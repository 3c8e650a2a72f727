import type { MessagesLike } from "./messages.ts";
import type { tourVi } from "./tour-vi.ts";

/** Words of the guided tour and of the first screen's welcome in English. */
export const tourEn: MessagesLike<typeof tourVi> = {
  count: "Step {{step}} of {{steps}}",
  next: "Next",
  back: "Back",
  finish: "Done",
  leave: "Stop the tour",
  start: "Step by step tour",
  fill: {
    title: "Fill in words here",
    body: "Every field is a place on the page. Replace the template's words by yours; Tab goes to the next field.",
  },
  page: {
    title: "The page follows at once",
    body: "This is what will print. Press words or a picture on the page to get to their field.",
  },
  picture: {
    title: "Put in a picture",
    body: "Drop one of your pictures here, or press the button. It is cut to fit its frame.",
  },
  languages: {
    title: "Go to another language",
    body: "Press a language to write its translation on the same pages. “Add a language” begins one more.",
  },
  check: {
    title: "See what wants mending",
    body: "Text that does not fit, blurred pictures and missing translations show here. Press a line to get there.",
  },
  keep: {
    title: "Your work is kept",
    body: "A draft is kept as you type, even through a power cut. “Save” makes a file you can take elsewhere.",
  },
  print: {
    title: "Print",
    body: "Press “Print”, then “Open to print”. For a printing house, Zalo or pictures press “Export”.",
  },
  welcome: {
    title: "Leaflets in many languages, without being a designer",
    body: "Choose a template, change words and pictures, print. New here? Try it on the sample, about two minutes.",
    begin: "Take the two minute tour",
    resume: "Go on with the tour",
    sample: "Open the sample",
    hide: "Hide the welcome",
  },
  sampleName: "Sample",
};
