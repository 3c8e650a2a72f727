/** Paints every frame of the slideshow into one file of planes, for an encoder that has nothing else to do: project, size, file to write. */

import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { resolveTimeline } from "../../../core/programme/timeline.ts";
import { openSource } from "../../../host/make/open-source.ts";
import { openWorkshop } from "../../../host/make/workshop.ts";
import { createFramePainter } from "../../../host/programme/frame-painter.ts";
import { openMediaFiles } from "../../../host/programme/media-files.ts";
import { RATE } from "./slideshow.ts";

const [, , source = "", width = "1920", height = "1080", out = ""] = process.argv;
const { project, assets, file } = await openSource(source);
const [clip] = project.programmes ?? [];
if (clip?.kind !== "clip") throw new Error("no clip");
const timeline = resolveTimeline(clip, "vi", RATE);
const painter = createFramePainter(
  timeline,
  { from: 0, to: timeline.frames },
  { width: Number(width), height: Number(height) },
  "420",
  {
    project,
    assets,
    workshop: openWorkshop(),
    report: (diagnostic) => {
      throw new Error(diagnostic.message.en);
    },
    media: openMediaFiles(project, file),
  },
);
const start = process.cpuUsage();
let painting = 0;
await pipeline(async function* () {
  for (let frame = 0; frame < timeline.frames; frame += 1) {
    const before = process.cpuUsage();
    const bytes = await painter.next();
    const { user, system } = process.cpuUsage(before);
    painting += user + system;
    yield bytes;
  }
}, createWriteStream(out));
await painter.close();
const { user, system } = process.cpuUsage(start);
process.stdout.write(
  `${JSON.stringify({ frames: timeline.frames, painting: painting / 1e6, all: (user + system) / 1e6 })}\n`,
);
