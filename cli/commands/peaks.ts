import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";

/** Marks of a level, the quietest first: six decibels each. */
const MARKS = "▁▂▃▄▅▆▇█";
const DECIBELS_A_MARK = 6;

export const peaksCommand = defineCommand({
  name: "peaks",
  summary: {
    vi: "Vẽ dạng sóng và tìm chỗ có tiếng nói của một tệp",
    en: "Show the waveform of a file and where somebody speaks",
  },
  arguments: [
    { name: "tệp/file", required: true, help: { vi: "Tệp âm thanh hoặc video", en: "A file of sound or video" } },
  ],
  options: { json: jsonOption },
  examples: ["xuongtin peaks phỏng-vấn.m4a", "xuongtin peaks phỏng-vấn.m4a --json"],
  async run({ arguments: [file = ""], options, terminal, signal }) {
    const { MIX_RATE } = await import("../../core/media/conform.ts");
    const { LEVELS_PER_SECOND } = await import("../../core/programme/sound/speech-spans.ts");
    const { findAppHome } = await import("../../host/home/app-home.ts");
    const { clock } = await import("../../core/media/describe-media.ts");
    const { toldFfmpegError } = await import("../../host/media/ffmpeg/run-ffmpeg.ts");
    const { probeMedia } = await import("../../host/media/probe-media.ts");
    const { listen, sourceSound } = await import("../../host/media/sound/listen.ts");
    const line = createProgressLine(terminal);
    const media = await probeMedia(file, { signal });
    const heard = await listen(media, findAppHome().sounds, {
      signal,
      onProgress: ({ stage, done, total }) => line.report(stage.vi, Math.round(done), Math.round(total)),
    }).catch((error: unknown) => {
      throw toldFfmpegError(error, file);
    });
    line.clear();
    const speech = (sourceSound(heard).speech ?? []).map(({ from, to }) => ({
      from: from / MIX_RATE,
      to: to / MIX_RATE,
    }));
    const duration = heard.frames / MIX_RATE;
    if (options.json) {
      const peaks = heard.peaks.map((level) => (level === 255 ? null : -level / 2));
      printJson(terminal, {
        ok: true,
        duration,
        loudness: heard.loudness,
        perSecond: LEVELS_PER_SECOND,
        peaks,
        speech,
        diagnostics: [],
      });
      return ExitCode.ok;
    }
    terminal.out(`${waveform(heard.peaks, terminal.width)}\n${clock(0)} – ${clock(duration)}\n`);
    for (const { from, to } of speech) terminal.out(`${clock(from)} – ${clock(to)}\n`);
    return ExitCode.ok;
  },
});

/** One mark per column, as high as the loudest moment it stands for. */
function waveform(peaks: readonly number[], width: number): string {
  const columns = Math.max(1, Math.min(width, peaks.length));
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * peaks.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * peaks.length) / columns));
    const decibels = peaks.slice(from, to).reduce((least, level) => Math.min(least, level), 255) / 2;
    return MARKS[MARKS.length - 1 - Math.floor(decibels / DECIBELS_A_MARK)] ?? " ";
  }).join("");
}
