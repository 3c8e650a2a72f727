import { extname } from "node:path";
import { OUTPUT_FORMATS, type OutputFormat, type OutputSettings } from "../host/make/make-request.ts";
import { readChoice, readDate, readMillimetres, readWholeNumber } from "./read-values.ts";
import { badValue } from "./usage-diagnostics.ts";

interface GivenOutput {
  readonly format?: string | undefined;
  readonly marks: boolean;
  readonly bleed?: string | undefined;
  readonly ppi?: string | undefined;
  readonly colour?: string | undefined;
  readonly date?: string | undefined;
}

const DEFAULT_PPI = 300;
/** Of the project schema. */
const MOST_BLEED_MM = 50;

/**
 * The settings an output takes from options of the command line; the format also from the name of the file.
 * `out` is undefined where it names a folder.
 */
export function readOutputSettings(command: string, given: GivenOutput, out: string | undefined): OutputSettings {
  return {
    format: readFormat(command, given.format, out),
    marks: given.marks,
    bleed: given.bleed === undefined ? undefined : readMillimetres(command, "bleed", given.bleed, MOST_BLEED_MM),
    ppi: given.ppi === undefined ? DEFAULT_PPI : readWholeNumber(command, "ppi", given.ppi, { least: 10, most: 2400 }),
    colour: given.colour === undefined ? "rgb" : readChoice(command, "colour", given.colour, ["rgb", "cmyk"]),
    date: given.date === undefined ? new Date() : readDate(command, "date", given.date),
  };
}

const canonical = (format: string): string => (format.toLowerCase() === "jpeg" ? "jpg" : format);

function readFormat(command: string, format: string | undefined, out: string | undefined): OutputFormat {
  if (format !== undefined) return readChoice(command, "format", canonical(format), OUTPUT_FORMATS);
  if (out === undefined) return "pdf";
  const ending = canonical(extname(out).slice(1));
  const found = OUTPUT_FORMATS.find((one) => one === ending.toLowerCase());
  if (!found) throw badValue(command, "out", out, OUTPUT_FORMATS.map((one) => `name.${one}`).join(", "));
  return found;
}
