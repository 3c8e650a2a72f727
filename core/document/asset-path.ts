const MAX_PATH_LENGTH = 400;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in file names are what is looked for
const UNSAFE_CHARACTER = /[\u0000-\u001f\u007f\\:*?"<>|]/;
/** Names that mean a device on Windows, whatever their extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * Whether a path names a file below the project's own folder on every system: relative, forward slashes, no `.` or `..`,
 * nothing Windows would take for a device, a drive or a wildcard. Says nothing of symbolic links; the host checks those.
 */
export function isSafeRelativePath(path: string): boolean {
  if (path.length === 0 || path.length > MAX_PATH_LENGTH || UNSAFE_CHARACTER.test(path)) return false;
  return path
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && !/[. ]$/.test(part) && !WINDOWS_DEVICE.test(part));
}

/** `assets/<sha-256>.<extension>`: the only names of pictures inside a package. */
export const PACKAGED_ASSET = /^assets\/([0-9a-f]{64})\.(jpg|png|svg)$/;

/** `media/<sha-256>.<extension>`: the only names of sound and video inside a package. Files by other names lie beside it. */
export const PACKAGED_MEDIA = /^media\/([0-9a-f]{64})\.([a-z0-9]{1,8})$/;
