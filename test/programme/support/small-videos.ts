/** Presets' pictures at a size that is quickly rendered, so fine that frames can be compared. */

import type { VideoPreset } from "../../../core/programme/presets/preset-schema.ts";

/** For the web: pieces are joined as they are. */
export const smallWeb: VideoPreset = {
  width: 320,
  height: 180,
  frameRate: 25,
  scan: "progressive",
  pixelFormat: "yuv420p",
  color: "bt709",
  encoder: { codec: "libx264", effort: "ultrafast", quality: 10, gop: 50, closedGop: false },
};

/** For television: two fields in a frame, encoded in one go. */
export const smallTelevision: VideoPreset = {
  ...smallWeb,
  scan: "interlaced",
  encoder: {
    codec: "mpeg2video",
    profile: "main",
    level: "high",
    bitRate: 12_000_000,
    bufferSize: 4_000_000,
    gop: 12,
    bFrames: 2,
    xdcam: false,
  },
};
