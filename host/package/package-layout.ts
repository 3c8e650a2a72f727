/** Names and limits of packages and project folders. */

/** The project inside a package or a folder. */
export const PROJECT_FILE = "project.json";
/** The same in the folder of a template. */
export const TEMPLATE_FILE = "template.json";

export const PACKAGE_LIMITS = {
  /** Bytes of the package itself: all of it is held in memory while its project is open. */
  packageBytes: 1_000_000_000,
  entries: 5_000,
  /** Bytes of one entry unpacked: more than the largest picture, so that such a picture is called too large by name. */
  entryBytes: 210_000_000,
  totalBytes: 2_000_000_000,
  /** Bytes of a project file; UTF-8 takes up to three for a character. */
  projectBytes: 150_000_000,
} as const;

/** Text may be packed a few dozen times over; nothing honest is packed further. Small entries may, and do no harm. */
export const MAX_RATIO = 250;
export const RATIO_MATTERS_FROM = 1_000_000;
