import type { helpVi } from "./help-vi.ts";
import type { MessagesLike } from "./messages.ts";

/** Words of help and settings in English. */
export const helpEn: MessagesLike<typeof helpVi> = {
  menu: "Help",
  guide: "Guide",
  settings: "Settings",
  about: "About Xưởng Tin",
  version: "Version {{version}}",
  what: "Leaflets, posters, invitations and handbooks in Vietnamese, minority and neighbouring languages. Works without a network.",
  fonts: "Fonts it comes with",
  packages: "Open source software it comes with",
  lessMotion: "Less motion on the screen",
  folders: "Folders",
  projectsIn: "Saved projects: “{{folder}}”",
  exportsIn: "Exported files: “{{folder}}” in “{{projects}}”",
  autosave: "How work is kept",
  autosaveHint:
    "Every change is kept as a draft at once. “Save” writes a file; earlier saved versions are kept to go back to.",
};
