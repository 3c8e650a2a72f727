import { extname, resolve } from "node:path";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { readSeconds } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { badValue } from "../usage-diagnostics.ts";

const POSTER_WIDTH = 480;
const STRIP_HEIGHT = 90;

export const thumbnailCommand = defineCommand({
  name: "thumbnail",
  summary: {
    vi: "Hình thu nhỏ của một phim: hình đại diện, hoặc dải hình theo từng giây",
    en: "Small pictures of a film: one that stands for it, or a strip by the second",
  },
  arguments: [
    { name: "tệp/file", required: true, help: { vi: "Tệp video hoặc ảnh", en: "A file of video or a picture" } },
  ],
  options: {
    out: {
      kind: "value",
      short: "o",
      placeholder: "tệp.jpg/file.jpg",
      help: {
        vi: "Ghi ra tệp .jpg này; không có thì in nơi chương trình giữ hình",
        en: "Write this .jpg file; without it, tell where the program keeps it",
      },
    },
    at: {
      kind: "value",
      placeholder: "giây/seconds",
      help: {
        vi: "Hình ở giây này; mặc định tự chọn gần đầu phim",
        en: "The frame at this second; by default a telling one near the beginning",
      },
    },
    strip: {
      kind: "flag",
      help: {
        vi: "Dải hình, mỗi giây một hình (phim dài thì thưa hơn)",
        en: "A strip with a frame a second (fewer for long films)",
      },
    },
    json: jsonOption,
  },
  examples: [
    "xuongtin thumbnail quay-lễ-hội.mp4 --out đại-diện.jpg",
    "xuongtin thumbnail quay-lễ-hội.mp4 --strip --json",
  ],
  async run({ arguments: [file = ""], options, terminal, signal }) {
    const { out } = options;
    if (out !== undefined && !/^\.jpe?g$/i.test(extname(out))) throw badValue("thumbnail", "out", out, "….jpg");
    const at = options.at === undefined ? undefined : readSeconds("thumbnail", "at", options.at);
    const { writeFileAtomically } = await import("../../host/files/atomic-write.ts");
    const { streamFile } = await import("../../host/files/stream-file.ts");
    const { findAppHome } = await import("../../host/home/app-home.ts");
    const { refuseInputAsOutput } = await import("../../host/make/output-safety.ts");
    const { probeMedia } = await import("../../host/media/probe-media.ts");
    const { posterOf, stripOf } = await import("../../host/media/thumbnails.ts");
    if (out !== undefined) await refuseInputAsOutput(out, [file]);
    const media = await probeMedia(file, { signal });
    const line = createProgressLine(terminal);
    const folder = findAppHome().thumbnails;
    const job = {
      signal,
      onProgress: ({ stage, done, total }: { stage: { vi: string }; done: number; total: number }) =>
        line.report(stage.vi, Math.round(done), Math.round(total)),
    };
    const made = await (options.strip
      ? stripOf(media, folder, STRIP_HEIGHT, job)
      : posterOf(media, folder, { width: POSTER_WIDTH, at }, job)
    ).finally(() => line.clear());
    if (out !== undefined) await writeFileAtomically(resolve(out), streamFile(made.path));
    const shown = { ...made, path: out === undefined ? made.path : resolve(out) };
    if (options.json) printJson(terminal, { ok: true, ...shown, diagnostics: [] });
    else terminal.out(`${shown.path}\n`);
    return ExitCode.ok;
  },
});
