import type { GuidePage } from "./guide-page.ts";

/** The help in English. */
export const guideEn: readonly GuidePage[] = [
  {
    id: "first",
    title: "Your first leaflet",
    parts: [
      "You need not know how to design. A template is laid out already; you only change words and pictures.",
      {
        steps: [
          "On the first screen press a template, such as the leaflet.",
          "Choose the languages you need, give it a name and press “Create”.",
          "Fill in the fields on the left. The page in the middle follows at once. Pressing words on the page leads to their field.",
          "At a picture press “Choose a picture” and take one of yours.",
          "Go to the other language in the row at the top and write the translation.",
          "Look at “Check before printing” on the right. Press a line to get to what it is about.",
          "Press “Print”, then “Open to print”.",
        ],
      },
    ],
  },
  {
    id: "languages",
    title: "Several languages",
    parts: [
      "A project has one original, mostly Vietnamese. Other languages are translations on the same pages.",
      {
        steps: [
          "Press “Add a language” in the row at the top and choose one.",
          "Fill in field by field. Below a field without a translation the original is shown.",
          "What is not translated prints in the original's words. The number beside a language says how many are missing.",
          "Where the original changes, the translation is marked. Change it, or press “Keep the translation” if it still holds.",
        ],
      },
      "Fonts for every language come with the program. Nothing has to be installed.",
    ],
  },
  {
    id: "pictures",
    title: "Pictures",
    parts: [
      "Use JPG or PNG pictures straight from a camera or phone. Those sent by Zalo are mostly made small and print blurred.",
      "A picture is cut to fit its frame. Press “Adjust the cut” to choose the part that matters.",
      "Where the check says a picture is not sharp enough, find a larger one or choose another.",
    ],
  },
  {
    id: "saving",
    title: "Where is my work?",
    parts: [
      "Every change is kept as a draft as you type. A power cut loses nothing.",
      {
        steps: [
          "Press “Save” (Ctrl+S) and give a name to have an .xtin file in the program's folder.",
          "Open it again under “Recent” on the first screen.",
          "Work not saved in a file stands at the top of that screen with a button to open it.",
          "Exported PDF files and pictures have a folder of their own. Press “Open the folder” after exporting, or in “Settings”.",
        ],
      },
      "An .xtin file carries its pictures. It opens on any machine that has Xưởng Tin.",
    ],
  },
  {
    id: "printing",
    title: "Printing",
    parts: [
      {
        steps: [
          "Press “Print” (Ctrl+P), tick the languages to print and press “Make the print file”.",
          "Press “Open to print”. The PDF opens in another window.",
          "There press the printer, or Ctrl+P, and choose your printer.",
        ],
      },
      "The paper size in the print window should be that of the product. Where the printer has A4 only, choose “Fit to page”.",
      "On both sides: choose “flip on long edge” for upright pages.",
      "For a printing house: press “Export” and choose “Printing house”. That file has bleed and crop marks.",
    ],
  },
  {
    id: "batch",
    title: "Many invitations or certificates",
    parts: [
      {
        steps: [
          "Make an Excel sheet: column names in the first row (Name, Position …), a person in every row after it.",
          "Open the invitation template, press “Batch” and drop the sheet.",
          "See which column fills which field. Use the arrows to look at one product after the other.",
          "Press “Make … products”. Rows with a mistake are named by their number.",
        ],
      },
      "For a picture per person, write the picture's file name in a column and drop the pictures when asked for them.",
    ],
  },
];
