import { sep } from "node:path";
import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";

/**
 * Takes the folders out of what users are told: below `roots`, only the last part of a path is left. A screen has no use for paths, and
 * pictures of a screen travel.
 */
export function hidePaths(roots: Iterable<string>): (diagnostic: Diagnostic) => Diagnostic {
  const known = [...new Set(roots)].filter((root) => root.length > 1).sort((a, b) => b.length - a.length);
  if (known.length === 0) return (diagnostic) => diagnostic;
  const folders = new RegExp(`(?:${known.map(escaped).join("|")})(?:[\\\\/][^\\\\/"”\\n]*)*[\\\\/]`, "g");
  const plain = (text: string): string => text.replaceAll(folders, "");
  const both = ({ vi, en }: Bilingual): Bilingual => ({ vi: plain(vi), en: plain(en) });
  return (diagnostic) => ({
    ...diagnostic,
    target: {
      ...diagnostic.target,
      ...(diagnostic.target.file !== undefined && { file: plain(diagnostic.target.file) }),
    },
    message: both(diagnostic.message),
    hints: diagnostic.hints.map(both),
  });
}

const escaped = (root: string): string => RegExp.escape(root.endsWith(sep) ? root.slice(0, -1) : root);
