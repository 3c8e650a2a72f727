/** What the HTML of a clipboard says, as paragraphs with bold, italic and underlined parts; all else of it is dropped. */

import type { RichParagraph, RichRun } from "../../core/document/commands/replace-rich.ts";

/** An element or a text of a parsed page, as far as it is looked at. */
export interface RichNode {
  /** Lower case; `#text` for a text. */
  readonly name: string;
  readonly text: string;
  /** The `style` attribute. */
  readonly style: string;
  readonly children: readonly RichNode[];
}

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tr ul".split(
    " ",
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(["head", "script", "style", "template", "title", "noscript", "#comment"]);
const BOLD = 600;

type Format = NonNullable<RichRun["format"]>;

/** Empty where nothing of it can be read. */
export function richParagraphs(root: RichNode): readonly RichParagraph[] {
  const paragraphs: RichRun[][] = [[]];
  const begin = (): void => {
    if ((paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
  };
  const put = (text: string, format: Format): void => {
    const runs = paragraphs.at(-1);
    const last = runs?.at(-1);
    if (!runs || text === "") return;
    if (last && sameFormat(last.format ?? {}, format)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, ...(Object.keys(format).length > 0 && { format }) });
  };
  const visit = (node: RichNode, format: Format): void => {
    if (UNSEEN.has(node.name)) return;
    if (node.name === "#text") {
      put(node.text.replace(/[\t\n\r ]+/g, " "), format);
      return;
    }
    if (node.name === "br") {
      put("\n", format);
      return;
    }
    const isBlock = BLOCKS.has(node.name);
    if (isBlock) begin();
    const own = { ...format, ...formatOf(node) };
    for (const child of node.children) visit(child, own);
    if (isBlock) begin();
  };
  visit(root, {});
  return paragraphs.map(trimmed).filter((runs) => runs.length > 0);
}

function formatOf({ name, style }: RichNode): Format {
  const format: { weight?: number; italic?: boolean; underline?: boolean } = {};
  if (name === "b" || name === "strong") format.weight = 700;
  if (name === "i" || name === "em") format.italic = true;
  if (name === "u") format.underline = true;
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) format.weight = weight === "bold" || Number(weight) >= BOLD ? 700 : 400;
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (slant !== undefined) format.italic = slant !== "normal";
  if (/text-decoration[^;]*:[^;]*underline/i.test(style)) format.underline = true;
  // What is plain is left to the text it is put into.
  if (format.weight === 400) delete format.weight;
  if (format.italic === false) delete format.italic;
  return format;
}

const sameFormat = (one: Format, other: Format): boolean =>
  one.weight === other.weight && one.italic === other.italic && one.underline === other.underline;

/** Without the white space a page has around its lines. */
function trimmed(runs: readonly RichRun[]): RichParagraph {
  const clean = runs.map((run) => ({ ...run, text: run.text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ") }));
  const [first] = clean;
  if (first) clean[0] = { ...first, text: first.text.replace(/^\s+/, "") };
  const last = clean.at(-1);
  if (last) clean[clean.length - 1] = { ...last, text: last.text.replace(/\s+$/, "") };
  return clean.filter(({ text }) => text !== "");
}
