import { writeFileAtomically } from "../files/atomic-write.ts";
import type { WrittenFile } from "./make-request.ts";
import { pageFileName } from "./page-file-name.ts";
import type { PaintedFile } from "./paint-pages.ts";

/** Writes finished files; each is whole or not there. Several are numbered as pages of `out`. Throws a `DiagnosticError`. */
export async function writePainted(painted: readonly PaintedFile[], out: string): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const [index, { bytes, pages }] of painted.entries()) {
    const path = pageFileName(out, index + 1, painted.length);
    await writeFileAtomically(path, bytes);
    written.push({ path, bytes: bytes.length, pages });
  }
  return written;
}
