import { foldName } from "../document/fold-name.ts";
import { editDistance } from "../document/nearest-name.ts";
import type { Slot } from "../document/schema/project.ts";

/** A column that fills a slot. */
export interface MatchedColumn {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  readonly slot: Slot;
  /** 1 where the header is the slot's name; less the more had to be guessed, and never below 0.5. */
  readonly confidence: number;
}

export interface ColumnMatch {
  /** In the order of the columns. */
  readonly matched: readonly MatchedColumn[];
  readonly unmatchedColumns: readonly { readonly column: number; readonly header: string }[];
  readonly unmatchedSlots: readonly Slot[];
}

const SAME_NAME = 1;
const SAME_FOLDED_NAME = 0.95;
const SAME_LABEL = 0.9;
const SAME_WITHOUT_REMARK = 0.8;
const MISTYPED = 0.6;

/** Which column fills which slot: by name or label in either language, whatever the accents, capitals, spaces and underscores. */
export function matchColumns(headers: readonly string[], slots: readonly Slot[]): ColumnMatch {
  const candidates = headers
    .flatMap((header, column) =>
      slots.map((slot) => ({ column, header, slot, confidence: confidenceOf(header, slot) })),
    )
    .filter((candidate) => candidate.confidence > 0)
    // Sorting is stable: of equals, the column further left and the slot named first win.
    .sort((a, b) => b.confidence - a.confidence);

  const matched: MatchedColumn[] = [];
  const takenColumns = new Set<number>();
  const takenSlots = new Set<string>();
  for (const candidate of candidates) {
    if (takenColumns.has(candidate.column) || takenSlots.has(candidate.slot.name)) continue;
    takenColumns.add(candidate.column);
    takenSlots.add(candidate.slot.name);
    matched.push(candidate);
  }
  return {
    matched: matched.sort((a, b) => a.column - b.column),
    unmatchedColumns: headers
      .map((header, column) => ({ column, header }))
      .filter(({ column }) => !takenColumns.has(column)),
    unmatchedSlots: slots.filter((slot) => !takenSlots.has(slot.name)),
  };
}

/** The match the user has made himself: a column for each slot that has one. Columns and slots that are not there are passed over. */
export function assignColumns(
  headers: readonly string[],
  slots: readonly Slot[],
  columnOfSlot: Readonly<Record<string, number>>,
): ColumnMatch {
  const matched = slots
    .flatMap((slot): MatchedColumn[] => {
      const column = Object.hasOwn(columnOfSlot, slot.name) ? columnOfSlot[slot.name] : undefined;
      const header = column === undefined ? undefined : headers[column];
      return column === undefined || header === undefined ? [] : [{ column, header, slot, confidence: SAME_NAME }];
    })
    .sort((a, b) => a.column - b.column);
  const taken = new Set(matched.map(({ column }) => column));
  return {
    matched,
    unmatchedColumns: headers.map((header, column) => ({ column, header })).filter(({ column }) => !taken.has(column)),
    unmatchedSlots: slots.filter((slot) => !matched.some((one) => one.slot === slot)),
  };
}

function confidenceOf(header: string, slot: Slot): number {
  const plain = header.trim();
  if (plain === "") return 0;
  if (plain === slot.name) return SAME_NAME;
  const folded = compact(plain);
  if (folded === "") return 0;
  const name = compact(slot.name);
  if (folded === name) return SAME_FOLDED_NAME;
  const labels = [slot.label.vi, slot.label.en].map(compact).filter((label) => label !== "");
  if (labels.includes(folded)) return SAME_LABEL;
  const bare = compact(withoutRemark(plain));
  if (bare !== "" && (bare === name || labels.includes(bare))) return SAME_WITHOUT_REMARK;
  return [name, ...labels].some((known) => isSlip(folded, known)) ? MISTYPED : 0;
}

/** `Họ và tên (viết hoa) *` → `Họ và tên`. */
const withoutRemark = (header: string): string => header.replace(/[([{（].*?[)\]}）]/g, "").replace(/[*:：].*$/, "");

const compact = (name: string): string => foldName(name).replace(/[^\p{L}\p{N}\p{M}]/gu, "");

const SHORTEST_GUESSED = 8;

/** One letter wrong in a long name. Short names differ by a letter all the time (`cha`, `cháu`), and so do numbered ones. */
const isSlip = (header: string, name: string): boolean =>
  Math.min(header.length, name.length) >= SHORTEST_GUESSED &&
  digits(header) === digits(name) &&
  editDistance(header, name, 2) < 2;

const digits = (name: string): string => name.replace(/\P{N}/gu, "");
