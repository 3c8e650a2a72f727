import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";

/** What layout says of a frame whose picture is not to be had. */
const EMPTY_FRAME = "image.missing-asset";

/**
 * A picture that cannot be used is told once: opening the project says why, layout says where. `opening` comes first, with the frame of
 * the picture where there is one.
 */
export function joinAssetErrors(opening: readonly Diagnostic[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const explained = new Set(opening.flatMap(({ target }) => target.asset ?? []));
  const isEcho = ({ code, target }: Diagnostic) =>
    code === EMPTY_FRAME && target.asset !== undefined && explained.has(target.asset);
  const located = opening.map((one) => {
    const echo = found.find((other) => isEcho(other) && other.target.asset === one.target.asset);
    return echo ? { ...one, target: { ...echo.target, ...one.target } } : one;
  });
  return [...located, ...found.filter((one) => !isEcho(one))];
}
