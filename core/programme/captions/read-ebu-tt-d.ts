import { SaxesParser } from "saxes";
import type { Cue } from "../../document/schema/programme.ts";
import { captionTimeUnclear, captionXmlBroken } from "./caption-diagnostics.ts";
import type { CaptionFile } from "./caption-file.ts";
import { parseClock } from "./caption-times.ts";

/** EBU-TT-D (EBU Tech 3380) and the simple kinds of TTML: paragraphs with a beginning and an end, lines parted by `br`. */
export function parseEbuTtD(text: string, file: string): CaptionFile {
  const cues: Cue[] = [];
  const diagnostics: CaptionFile["diagnostics"][number][] = [];
  const parser = new SaxesParser({ xmlns: true });
  let open: { readonly from: number; readonly to: number; text: string } | undefined;
  let broken: string | undefined;
  parser.on("error", (error) => {
    broken ??= error.message;
  });
  parser.on("opentag", ({ local, attributes }) => {
    if (local === "br" && open) open.text += "\n";
    if (local !== "p") return;
    const value = (name: string): string => attributes[name]?.value ?? "";
    const from = parseTtmlTime(value("begin"));
    const length = parseTtmlTime(value("dur"));
    const to = parseTtmlTime(value("end")) ?? (from !== undefined && length !== undefined ? from + length : undefined);
    if (from !== undefined && to !== undefined) open = { from, to, text: "" };
    else diagnostics.push(captionTimeUnclear(file, parser.line, `${value("begin")} – ${value("end")}`));
  });
  parser.on("text", (words) => {
    // White space in XML is layout of the file; lines of captions are `br`.
    if (open) open.text += words.replace(/\s+/g, " ");
  });
  parser.on("closetag", ({ local }) => {
    if (local !== "p" || !open) return;
    cues.push(open);
    open = undefined;
  });
  parser.write(text).close();
  return broken === undefined ? { cues, diagnostics } : { cues: [], diagnostics: [captionXmlBroken(file, broken)] };
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Clock time, or a number with its unit. */
function parseTtmlTime(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(h|ms|m|s)$/.exec(text.trim());
  return match ? Number(match[1]) * (UNITS[match[2] ?? "s"] ?? 1) : parseClock(text);
}
