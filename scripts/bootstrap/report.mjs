/** Something the machine lacks and this script cannot bring; the message says what to do. */
export class SetupError extends Error {}

/** One line about work that takes a while. Standard output belongs to the task. */
export function announce(line) {
  process.stderr.write(`setup: ${line}\n`);
}
