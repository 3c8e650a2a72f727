/** Cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotes around what holds either. */

/** The rows of what was copied in a spreadsheet, or of plain lines; a last line end begins no row. */
export function readTabSeparated(text: string): string[][] {
  const source = text.replace(/\r\n?/g, "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const quoted = readQuoted(source, at);
    let end = quoted?.end ?? at;
    while (quoted === undefined && end < source.length && source[end] !== "\t" && source[end] !== "\n") end += 1;
    row.push(quoted?.cell ?? source.slice(at, end));
    if (source[end] === "\t") {
      at = end + 1;
      if (at === source.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A cell in quotes, if one begins there and ends before a tab, a line end or the end. */
function readQuoted(source: string, start: number): { readonly cell: string; readonly end: number } | undefined {
  if (source[start] !== '"') return undefined;
  let cell = "";
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') {
      cell += source[at];
      continue;
    }
    if (source[at + 1] === '"') {
      cell += '"';
      at += 1;
      continue;
    }
    const after = source[at + 1];
    return after === undefined || after === "\t" || after === "\n" ? { cell, end: at + 1 } : undefined;
  }
  return undefined;
}

/** The same way out. */
export const writeTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quotedWhereNeeded).join("\t")).join("\n");

const quotedWhereNeeded = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
