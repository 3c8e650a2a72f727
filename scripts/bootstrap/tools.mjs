import { hasCommand, runToEnd, succeeds } from "./processes.mjs";
import { announce, SetupError } from "./report.mjs";

/** Independent readers the tests judge our files with, and the maker of clips and sound: command → Debian package. */
const tools = {
  pdftotext: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdffonts: "poppler-utils",
  mutool: "mupdf-tools",
  qpdf: "qpdf",
  "hb-shape": "libharfbuzz-bin",
  chromium: "chromium",
  ffmpeg: "ffmpeg",
  ffprobe: "ffmpeg",
};

const missingPackages = () => [
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

export function ensureTools() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const manager = packageManager();
  if (manager) {
    announce(`installing ${missing.join(", ")} (apt-get)`);
    const [command, ...prefix] = manager;
    runToEnd(command, [...prefix, "update", "-qq"]);
    runToEnd(command, [...prefix, "install", "-y", "-qq", "--no-install-recommends", ...missing]);
  }
  const still = missingPackages();
  if (still.length === 0) return;
  throw new SetupError(
    `The tests judge our files with programs that are missing here. On Debian or Ubuntu:\n` +
      `  sudo apt-get install ${still.join(" ")}\n` +
      `On other systems install the programs of the same name. "npm run check" works without them.`,
  );
}
