import { existsSync } from "node:fs";
import { hasCommand, runToEnd, succeeds } from "./processes.mjs";
import { announce, SetupError } from "./report.mjs";

/** The maker of clips and sound: command → Debian package. */
const media = { ffmpeg: "ffmpeg", ffprobe: "ffmpeg" };

/** With it, the independent readers the tests judge our files with. */
const judges = {
  ...media,
  pdftotext: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdffonts: "poppler-utils",
  mutool: "mupdf-tools",
  qpdf: "qpdf",
  "hb-shape": "libharfbuzz-bin",
  chromium: "chromium",
};

const packagesMissing = (tools) => [
  ...new Set(
    Object.entries(tools)
      .filter(([command]) => !hasCommand(command))
      .map(([, debianPackage]) => debianPackage),
  ),
];

const APT_GET = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];

/** Undefined where packages cannot be installed from here: no apt-get, or no right to use it without a password. */
function packageManager() {
  if (!hasCommand("apt-get")) return undefined;
  if (process.getuid?.() === 0) return APT_GET;
  return hasCommand("sudo") && succeeds("sudo", ["-n", "true"]) ? ["sudo", "-n", ...APT_GET] : undefined;
}

/** Installs what is missing where that can be done, and says what is missing still. */
function install(tools) {
  const missing = packagesMissing(tools);
  const manager = missing.length > 0 ? packageManager() : undefined;
  if (!manager) return missing;
  announce(`installing ${missing.join(", ")} (apt-get)`);
  const [command, ...prefix] = manager;
  runToEnd(command, [...prefix, "update", "-qq"]);
  runToEnd(command, [...prefix, "install", "-y", "-qq", "--no-install-recommends", ...missing]);
  return packagesMissing(tools);
}

export function ensureJudges() {
  const still = install(judges);
  if (still.length === 0) return;
  throw new SetupError(
    `The tests judge our files with programs that are missing here. On Debian or Ubuntu:\n` +
      `  sudo apt-get install ${still.join(" ")}\n` +
      `On other systems install the programs of the same name. "npm run check" works without them.`,
  );
}

/** ffmpeg, unless it is brought along in the folder `ffmpeg` of the program at `root` or named by `XUONGTIN_FFMPEG`. Without it print is made all the same. */
export function ensureMedia(root) {
  if (process.env.XUONGTIN_FFMPEG || existsSync(new URL("ffmpeg", root))) return;
  try {
    if (install(media).length === 0) return;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    announce(error.message);
  }
  announce("ffmpeg is missing: clips and bulletins cannot be made");
}
