/** What a keyboard layout is, and how the layouts are written down. */

import type { Language } from "../language.ts";

/** A key by what stands on it on an American keyboard, and what it writes alone, with Shift and with the right Alt; absent where nothing. */
export interface KeyboardKey {
  readonly key: string;
  readonly plain?: string;
  readonly shift?: string;
  readonly alt?: string;
}

export interface KeyboardLayout {
  readonly id: string;
  /** Tags of the registry. */
  readonly languages: readonly Language["tag"][];
  readonly names: { readonly vi: string; readonly en: string };
  /** From the row of digits down. */
  readonly rows: readonly (readonly KeyboardKey[])[];
  readonly source: string;
}

const KEYS: readonly string[] = [
  "` 1 2 3 4 5 6 7 8 9 0 - =",
  "q w e r t y u i o p [ ] \\",
  "a s d f g h j k l ; '",
  "z x c v b n m , . /",
];

/** Stands for a key that writes nothing. */
const NOTHING = "∅";

/** Keys of four rows, written down level by level: apart by spaces, `∅` for nothing. */
export function levels(
  plain: readonly string[],
  shift: readonly string[],
  alt: readonly string[] = [],
): KeyboardLayout["rows"] {
  return KEYS.map((row, index) => {
    const [first, second, third] = [plain, shift, alt].map((level) => level[index]?.split(" ") ?? []);
    return row.split(" ").map((key, at): KeyboardKey => {
      const written = (level: readonly string[] | undefined): string | undefined =>
        level?.[at] === NOTHING ? undefined : level?.[at];
      const [own, shifted, other] = [written(first), written(second), written(third)];
      return {
        key,
        ...(own !== undefined && { plain: own }),
        ...(shifted !== undefined && { shift: shifted }),
        ...(other !== undefined && { alt: other }),
      };
    });
  });
}
