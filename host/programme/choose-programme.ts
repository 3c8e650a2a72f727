import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Clip, Programme } from "../../core/document/schema/programme.ts";
import { unknownClip, unknownProgramme } from "../../core/programme/programme-diagnostics.ts";

/** The clip of that id, or the only one. Throws a `DiagnosticError` where there is none. */
export function chooseClip(programmes: readonly Programme[], wanted: string | undefined, file: string): Clip {
  const clips = programmes.filter((one) => one.kind === "clip");
  const chosen = only(clips, wanted);
  if (chosen) return chosen;
  throw new DiagnosticError([unknownClip(file, wanted, ids(clips))]);
}

/** The programme of that id, or the only one. Throws a `DiagnosticError` where there is none. */
export function chooseProgramme(programmes: readonly Programme[], wanted: string | undefined, file: string): Programme {
  const chosen = only(programmes, wanted);
  if (chosen) return chosen;
  throw new DiagnosticError([unknownProgramme(file, wanted, ids(programmes))]);
}

const only = <Kind extends Programme>(programmes: readonly Kind[], wanted: string | undefined): Kind | undefined =>
  wanted === undefined
    ? programmes.length === 1
      ? programmes[0]
      : undefined
    : programmes.find(({ id }) => id === wanted);

const ids = (programmes: readonly Programme[]): readonly string[] => programmes.map(({ id }) => id);
