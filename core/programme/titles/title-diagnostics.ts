/** What users are told of title packages. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error } from "../../diagnostics/make-diagnostic.ts";

export const unknownTitlePackage = (id: string, ids: readonly string[], nearest: string | undefined): Diagnostic =>
  error(
    "titles.unknown-package",
    {},
    { vi: `Không có bộ chữ hình “${id}”.`, en: `There is no title package “${id}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    {
      vi: `Các bộ: ${ids.join(", ")}, hoặc một tệp dự án có clip.`,
      en: `The packages are: ${ids.join(", ")}; a project file with a clip will do too.`,
    },
  );

export const unknownTitle = (id: string, ids: readonly string[], nearest: string | undefined): Diagnostic =>
  error(
    "titles.unknown-title",
    {},
    { vi: `Bộ chữ hình không có mẫu “${id}”.`, en: `The package has no title “${id}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    { vi: `Các mẫu: ${ids.join(", ")}`, en: `Its titles are: ${ids.join(", ")}` },
  );

export const unknownTitleSlot = (
  title: string,
  name: string,
  names: readonly string[],
  nearest: string | undefined,
): Diagnostic =>
  error(
    "titles.unknown-slot",
    { slot: name },
    { vi: `Mẫu “${title}” không có ô “${name}”.`, en: `The title “${title}” has no slot “${name}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    { vi: `Các ô: ${names.join(", ")}`, en: `Its slots are: ${names.join(", ")}` },
  );

export const unknownTitleScene = (scene: string, scenes: readonly string[], nearest: string | undefined): Diagnostic =>
  error(
    "titles.unknown-scene",
    { scene },
    { vi: `Clip không có cảnh “${scene}”.`, en: `The clip has no scene “${scene}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    { vi: `Các cảnh: ${scenes.join(", ")}`, en: `Its scenes are: ${scenes.join(", ")}` },
  );
