import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Progress } from "../../host/jobs/progress.ts";
import type { RenderReport } from "../../host/programme/render-output.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";

const STATION = fileURLToPath(new URL("../../resources/samples/commune-station/project.json", import.meta.url));

/** What the station sends out: a clip for television and the web in two languages, and a bulletin for loudspeakers and the archive. */
const ORDERS = [
  { programme: "ngay-nhan-quyen", language: "vi", presets: ["web-1080p25", "hd-mpg"] },
  { programme: "ngay-nhan-quyen", language: "km", presets: ["web-1080p25"] },
  { programme: "ban-tin", language: "vi", presets: ["loudspeaker-mp3", "bwf-24"] },
] as const;

interface MadeProgrammes {
  readonly programmes: readonly RenderReport[];
  /** Why the rest was not made: ffmpeg may be missing. */
  readonly prevented: readonly Diagnostic[];
}

/** The station's clip and bulletin, each with its reports. */
export async function makeProgrammes(out: string): Promise<MadeProgrammes> {
  const programmes: RenderReport[] = [];
  try {
    for (const order of ORDERS) {
      const onProgress = tellQuarters(`${order.programme} ${order.language}`);
      const request = { ...order, source: STATION, fontFolders: [], out: join(out, order.programme) };
      programmes.push(await renderProgramme(request, { onProgress }));
    }
    return { programmes, prevented: [] };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { programmes, prevented: error.diagnostics };
  }
}

/** Says on a line each how far a rendering is, four times. */
function tellQuarters(name: string): (progress: Progress) => void {
  let told = 0;
  return ({ stage, fraction = 0 }) => {
    const quarter = Math.floor(fraction * 4);
    if (quarter <= told) return;
    told = quarter;
    console.log(`${name}: ${quarter * 25} %, ${stage.en.toLowerCase()}`);
  };
}
