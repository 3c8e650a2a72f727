import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processTerminal } from "../../cli/terminal/process-terminal.ts";
import { createProgressLine } from "../../cli/terminal/progress-line.ts";
import type { RenderReport } from "../../host/programme/render-output.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";

const STATION = fileURLToPath(new URL("../../resources/samples/commune-station/project.json", import.meta.url));

/** What the station sends out: a clip for television and the web in two languages, and a bulletin for loudspeakers and the archive. */
const ORDERS = [
  { programme: "ngay-nhan-quyen", language: "vi", presets: ["web-1080p25", "hd-mpg"] },
  { programme: "ngay-nhan-quyen", language: "km", presets: ["web-1080p25", "hd-mpg"] },
  { programme: "ban-tin", language: "vi", presets: ["loudspeaker-mp3", "bwf-24"] },
] as const;

/** The station's clip and bulletin, each with its reports. */
export async function makeProgrammes(out: string): Promise<RenderReport[]> {
  const reports: RenderReport[] = [];
  for (const order of ORDERS) {
    const progress = createProgressLine(processTerminal());
    try {
      reports.push(
        await renderProgramme(
          { ...order, source: STATION, fontFolders: [], out: join(out, order.programme) },
          {
            onProgress: ({ stage, done, total }) =>
              progress.report(`${order.programme} ${order.language}: ${stage.vi}`, Math.floor(done), Math.ceil(total)),
          },
        ),
      );
    } finally {
      progress.clear();
    }
  }
  return reports;
}
