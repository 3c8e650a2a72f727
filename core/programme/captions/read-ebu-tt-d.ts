import { SaxesParser } from "saxes";
import { captionTimeUnclear, captionXmlBroken } from "./caption-diagnostics.ts";
import type { CaptionFile } from "./caption-file.ts";
import { readTtmlRates, readTtmlTime, type TtmlRates } from "./ttml-times.ts";

/** Words that are shown at the same time. */
interface Timed {
  /** Not a number where it cannot be understood, as the end. */
  readonly from: number;
  /** Undefined where no element around them ends. */
  readonly to: number | undefined;
  text: string;
}

/**
 * EBU-TT-D (EBU Tech 3380) and the simple kinds of TTML: paragraphs, lines parted by `br`. Times stand at a paragraph, at parts of it or
 * around it, and count from the beginning of what they stand in.
 */
export function parseEbuTtD(text: string, file: string): CaptionFile {
  const cues: CaptionFile["cues"][number][] = [];
  const diagnostics: CaptionFile["diagnostics"][number][] = [];
  const parser = new SaxesParser({ xmlns: true });
  let rates: TtmlRates = readTtmlRates({});
  /** From the outermost element to the innermost. */
  const times: Pick<Timed, "from" | "to">[] = [];
  /** The words of the paragraph that is open, in parts of one time each. */
  let paragraph: { readonly parts: Timed[]; readonly line: number; readonly said: string } | undefined;
  let broken: string | undefined;
  parser.on("error", (error) => {
    broken ??= error.message;
  });
  parser.on("opentag", ({ local, attributes }) => {
    const value = (name: string): string => attributes[name]?.value ?? "";
    if (local === "tt") rates = readTtmlRates(attributes);
    const time = (name: string): number | undefined =>
      value(name) === "" ? undefined : (readTtmlTime(value(name), rates) ?? Number.NaN);
    const around = times.at(-1) ?? { from: 0, to: undefined };
    const from = around.from + (time("begin") ?? 0);
    const [end, length] = [time("end"), time("dur")];
    const to = end === undefined ? (length === undefined ? around.to : from + length) : around.from + end;
    times.push({ from, to });
    if (local === "p") paragraph = { parts: [], line: parser.line, said: `${value("begin")} – ${value("end")}` };
    if (local === "br") add("\n");
  });
  parser.on("text", (words) => {
    // White space in XML is layout of the file; lines of captions are `br`.
    add(words.replace(/\s+/g, " "));
  });
  parser.on("closetag", ({ local }) => {
    times.pop();
    if (local !== "p" || !paragraph) return;
    const { parts, line, said } = paragraph;
    paragraph = undefined;
    for (const { from, to, text: words } of parts) {
      // What parts a paragraph into times has white space between them.
      if (words.trim() === "" && parts.length > 1) continue;
      if (to === undefined || Number.isNaN(from + to)) diagnostics.push(captionTimeUnclear(file, line, said));
      else cues.push({ from, to, text: words });
    }
  });
  parser.write(text).close();
  return broken === undefined ? { cues, diagnostics } : { cues: [], diagnostics: [captionXmlBroken(file, broken)] };

  function add(words: string): void {
    const parts = paragraph?.parts;
    // A line break has no time of its own.
    const time = words === "\n" ? times.at(-2) : times.at(-1);
    if (!parts || !time) return;
    const part = parts.find(({ from, to }) => Object.is(from, time.from) && Object.is(to, time.to));
    if (part) part.text += words;
    else parts.push({ ...time, text: words });
  }
}
