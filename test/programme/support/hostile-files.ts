/**
 * Files of the kinds that come in from phones, cameras, cards pulled out too early and strangers, all tiny: made by ffmpeg and by changing
 * bytes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeMedia } from "./make-media.ts";

const SIZE = "160x90";
export const RED = "#c02020";

/** A red quarter at the top left of grey, by which turning and stretching are seen. */
const MARKED = `color=0x606060:s=${SIZE}:r=25,drawbox=0:0:80:45:0xc02020:fill`;
/** What moves, so that combing and uneven movement are seen. */
const MOVING = `testsrc2=s=${SIZE}:r=50`;

export const lavfi = (graph: string): readonly string[] => ["-f", "lavfi", "-i", graph];
const SOUND = lavfi("sine=440:r=48000");
const short = (seconds: number): readonly string[] => ["-t", String(seconds)];
const H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-pix_fmt", "yuv420p"];

/** A red quarter, and nothing anywhere else. */
const ALPHA = `color=black:s=${SIZE}:r=25,format=rgba,geq=r=192:g=32:b=32:a='255*lt(X,80)*lt(Y,45)'`;

export type Make = (path: string) => void;

const media =
  (...args: readonly (string | readonly string[])[]): Make =>
  (path) => {
    makeMedia(path, args.flat());
  };

/** Makes a file and then changes its bytes. */
const changed =
  (make: Make, change: (bytes: Buffer) => Uint8Array | string): Make =>
  (path) => {
    make(path);
    writeFileSync(path, change(readFileSync(path)));
  };

const text =
  (content: string | Uint8Array): Make =>
  (path) =>
    writeFileSync(path, content);

const cut =
  (share: number) =>
  (bytes: Buffer): Buffer =>
    bytes.subarray(0, Math.round(bytes.length * share));

/** Overwrites `length` bytes in the middle with rubbish that is the same every time. */
const spoiled =
  (at: number, length: number) =>
  (bytes: Buffer): Buffer => {
    const from = Math.round(bytes.length * at);
    for (let index = from; index < Math.min(bytes.length, from + length); index += 1) {
      bytes[index] = (index * 151 + 31) & 0xff;
    }
    return bytes;
  };

/** The display matrix in the track header of a picture: the angle by which players turn it clockwise (ISO 14496-12, 8.3.2). */
const turned =
  (degrees: 90 | 180 | 270) =>
  (bytes: Buffer): Buffer => {
    const ONE = 0x1_0000;
    const matrix = {
      90: [0, ONE, 0, -ONE, 0, 0],
      180: [-ONE, 0, 0, 0, -ONE, 0],
      270: [0, -ONE, 0, ONE, 0, 0],
    }[degrees];
    const at = bytes.indexOf("tkhd") + 4 + 40;
    for (const [index, value] of matrix.entries()) bytes.writeInt32BE(value, at + index * 4);
    return bytes;
  };

/** A Matroska file whose third part says it is as early as the first (RFC 9559, 5.1.3). */
const earlierCluster = (bytes: Buffer): Buffer => {
  const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);
  let at = -1;
  for (let part = 0; part < 3; part += 1) at = bytes.indexOf(CLUSTER, at + 1);
  const time = bytes.indexOf(0xe7, at);
  const length = (bytes[time + 1] ?? 0) & 0x7f;
  bytes.fill(0, time + 2, time + 2 + length);
  return bytes;
};

/** A WAV that says it has no channel. */
const withoutChannels = (bytes: Buffer): Buffer => {
  bytes.writeUInt16LE(0, 22);
  return bytes;
};

/** Narrow-band AMR at 8 kHz (RFC 4867), as old telephones record, with noise in it: ffmpeg decodes but does not write it. */
const telephone: Make = (path) => {
  const frames = Array.from({ length: 40 }, (_, frame) =>
    Buffer.from([0x3c, ...Array.from({ length: 31 }, (_byte, index) => (frame * 97 + index * 151 + 31) & 0xff)]),
  );
  writeFileSync(path, Buffer.concat([Buffer.from("#!AMR\n"), ...frames]));
};

const film = (seconds: number, ...more: readonly string[]): Make =>
  media(lavfi(MARKED), SOUND, short(seconds), H264, "-c:a", "aac", "-shortest", ...more);
const moving = (seconds: number, ...more: readonly (string | readonly string[])[]): Make =>
  media(lavfi(MOVING), SOUND, short(seconds), ...more);
const HDR = (transfer: string): readonly string[] => [
  ...["-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast"],
  ...["-x265-params", `log-level=none:colorprim=bt2020:colormatrix=bt2020nc:transfer=${transfer}`],
  ...["-color_primaries", "bt2020", "-colorspace", "bt2020nc", "-color_trc", transfer, "-color_range", "tv"],
];
/** Grey at the level of a sheet of white paper (ITU-R BT.2408): 203 cd/m² in PQ, 75 % in HLG; 10 bits. */
const paper = (luma: number): string => `color=black:s=${SIZE}:r=25,format=yuv420p10le,geq=lum=${luma}:cb=512:cr=512`;

/** Files no picture or sound can be had of, by their name; with the code they are refused by. */
export const REFUSED: readonly (readonly [name: string, code: string, make: Make])[] = [
  ["không byte nào.mp4", "media.empty", text("")],
  [
    "rác.mp4",
    "media.not-recognized",
    text(Buffer.from(Array.from({ length: 9_000 }, (_, i) => (i * 151 + (i >> 7)) & 0xff))),
  ],
  ["trang web.mp3", "media.not-recognized", text("<!doctype html><html><body>404</body></html>")],
  ["chữ.jpg", "media.not-recognized", text("Kính gửi Ủy ban nhân dân xã.\n".repeat(200))],
  ["phụ đề.srt", "media.not-recognized", text("1\n00:00:01,000 --> 00:00:02,000\nXin chào\n")],
  [
    "chỉ phụ đề.mkv",
    "media.nothing-to-use",
    (path) => {
      writeFileSync(`${path}.srt`, "1\n00:00:01,000 --> 00:00:02,000\nXin chào\n");
      makeMedia(path, ["-i", `${path}.srt`, "-c:s", "srt"]);
    },
  ],
  ["thiếu moov.mp4", "media.unfinished", changed(film(1), cut(0.5))],
  ["thiếu moov.mov", "media.unfinished", changed(film(1), cut(0.5))],
  [
    "danh sách.m3u8",
    "media.playlist",
    text("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.wav\n#EXT-X-ENDLIST\n"),
  ],
  ["danh sách.ffconcat", "media.playlist", text("ffconcat version 1.0\nfile 'secret.wav'\n")],
  [
    "danh sách.mpd",
    "media.playlist",
    text('<?xml version="1.0"?>\n<MPD><Period><BaseURL>secret.wav</BaseURL></Period></MPD>'),
  ],
  ["không kênh.wav", "media.not-recognized", changed(media(SOUND, short(0.2)), withoutChannels)],
  ["luồng.sdp", "media.playlist", text("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 9 RTP/AVP 0\r\n")],
  [
    "danh sách.asx",
    "media.playlist",
    text('<asx version="3.0"><entry><ref href="http://127.0.0.1:9/a.wma"/></entry></asx>'),
  ],
  ["trỏ ra ngoài.mov", "media.playlist", (path) => writeFileSync(path, referenceMovie("rtsp://127.0.0.1:9/a.mov"))],
  ["ảnh 20.100 điểm.png", "media.too-large", media(lavfi("color=gray:s=20100x2"), "-frames:v", "1")],
];

/** A QuickTime reference movie: it holds nothing but the address of another. */
function referenceMovie(address: string): Buffer {
  const box = (kind: string, ...content: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(kind, 4, "latin1");
    return Buffer.concat([head, body]);
  };
  const data = Buffer.concat([Buffer.from(`${address}\0`, "latin1")]);
  const reference = Buffer.alloc(12);
  reference.write("url ", 4, "latin1");
  reference.writeUInt32BE(data.length, 8);
  return Buffer.concat([
    box("ftyp", Buffer.from("qt  \0\0\0\0qt  ", "latin1")),
    box("moov", box("rmra", box("rmda", box("rdrf", reference, data)))),
  ]);
}

/** What is asserted of a file that is used. */
export interface Usable {
  readonly name: string;
  readonly make: Make;
  /** Codes that are told when it is looked through; none where empty. It is not looked through without. */
  readonly told?: readonly string[];
  /** Steps it is conformed by. */
  readonly steps?: readonly string[];
  /** The corner the red quarter is in; no picture where undefined. */
  readonly red?: "top-left" | "top-right" | "bottom-right" | "bottom-left";
  /** Mean luma of the frame at most and at least. */
  readonly luma?: readonly [number, number];
  /** False where fields must not be seen. */
  readonly combed?: false;
  /** Whether something is heard. */
  readonly heard: boolean;
}

const TOP_LEFT = "top-left" as const;

/** Files that are used, what is wrong with them being told. */
export const USABLE: readonly Usable[] = [
  { name: "nguyên vẹn.mp4", make: film(0.8), red: TOP_LEFT, told: [], heard: true },
  {
    name: "cắt cụt.mp4",
    make: changed(film(2, "-movflags", "+faststart"), cut(0.7)),
    told: ["media.ends-early"],
    red: TOP_LEFT,
    heard: true,
  },
  {
    name: "cắt cụt.mov",
    make: changed(film(2, "-movflags", "+faststart"), cut(0.7)),
    told: ["media.ends-early"],
    red: TOP_LEFT,
    heard: true,
  },
  { name: "cắt cụt.mkv", make: changed(film(2), cut(0.7)), told: ["media.ends-early"], red: TOP_LEFT, heard: true },
  {
    name: "cắt cụt.mpg",
    make: changed(media(lavfi(MARKED), SOUND, short(2), "-f", "vob"), cut(0.7)),
    told: ["media.damaged", "media.longer-than-said", "media.sound-and-picture-differ"],
    red: TOP_LEFT,
    heard: true,
  },
  {
    name: "hỏng giữa chừng.mp4",
    make: changed(moving(3, H264, "-c:a", "aac", "-movflags", "+faststart"), spoiled(0.5, 4_000)),
    told: ["media.damaged"],
    heard: true,
  },
  {
    name: "tiếng hỏng.mp3",
    make: changed(media(SOUND, short(3), "-c:a", "libmp3lame"), spoiled(0.5, 3_000)),
    told: ["media.ends-early", "media.damaged"],
    heard: true,
  },
  { name: "một khung hình.mp4", make: media(lavfi(MARKED), "-frames:v", "1", H264), red: TOP_LEFT, heard: false },
  {
    name: "lẻ 853×481.mkv",
    make: media(
      lavfi("color=0x606060:s=854x482:r=25,format=rgb24,crop=853:481:0:0,drawbox=0:0:426:240:0xc02020:fill"),
      short(0.6),
      "-c:v",
      "ffv1",
    ),
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "4K 120.mp4",
    make: media(lavfi("color=0x606060:s=3840x2160:r=120,drawbox=0:0:1920:1080:0xc02020:fill"), "-frames:v", "4", H264),
    steps: ["even-rate", "no-audio"],
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "ảnh 1×1.png",
    make: media(lavfi("color=0xc02020:s=2x2,format=rgb24,crop=1:1"), "-frames:v", "1"),
    heard: false,
  },
  { name: "xoay 90.mp4", make: changed(film(0.8), turned(90)), steps: ["turn"], red: "top-right", heard: true },
  { name: "xoay 180.mp4", make: changed(film(0.8), turned(180)), steps: ["turn"], red: "bottom-right", heard: true },
  { name: "xoay 270.mp4", make: changed(film(0.8), turned(270)), steps: ["turn"], red: "bottom-left", heard: true },
  {
    name: "SAR 16 15.mpg",
    make: media(
      lavfi("color=0x606060:s=150x90:r=25,drawbox=0:0:75:45:0xc02020:fill,setsar=16/15"),
      short(0.6),
      "-f",
      "vob",
    ),
    steps: ["square-pixels"],
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "anamorphic.mp4",
    make: media(lavfi("color=0x606060:s=120x90:r=25,drawbox=0:0:60:45:0xc02020:fill,setsar=4/3"), short(0.6), H264),
    steps: ["square-pixels"],
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "HDR PQ.mp4",
    make: media(lavfi(paper(572)), short(0.6), HDR("smpte2084")),
    steps: ["tone-map"],
    luma: [215, 240],
    heard: false,
  },
  {
    name: "HDR HLG.mp4",
    make: media(lavfi(paper(721)), short(0.6), HDR("arib-std-b67")),
    steps: ["tone-map"],
    luma: [215, 240],
    heard: false,
  },
  {
    name: "HDR thiếu nhãn.mkv",
    make: media(lavfi(paper(572)), short(0.4), "-c:v", "libx264", "-preset", "ultrafast", "-color_trc", "smpte2084"),
    steps: ["tone-map"],
    luma: [215, 240],
    heard: false,
  },
  {
    name: "10 bit.mp4",
    make: media(lavfi(`${MARKED},format=yuv420p10le`), short(0.6), "-c:v", "libx264", "-preset", "ultrafast"),
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "trong suốt.mov",
    make: media(lavfi(ALPHA), short(0.4), "-c:v", "prores_ks", "-profile:v", "4444"),
    steps: ["alpha"],
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "trong suốt.webm",
    make: media(lavfi(ALPHA), short(0.4), "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p"),
    steps: ["alpha"],
    red: TOP_LEFT,
    heard: false,
  },
  {
    name: "xen kẽ TFF.mpg",
    make: moving(
      0.8,
      "-vf",
      "tinterlace=interleave_top,setfield=tff",
      "-c:v",
      "mpeg2video",
      "-b:v",
      "4M",
      "-flags",
      "+ilme+ildct",
      "-f",
      "vob",
    ),
    steps: ["deinterlace"],
    combed: false,
    told: [],
    heard: true,
  },
  {
    name: "xen kẽ BFF.mpg",
    make: moving(
      0.8,
      "-vf",
      "tinterlace=interleave_bottom,setfield=bff",
      "-c:v",
      "mpeg2video",
      "-b:v",
      "4M",
      "-flags",
      "+ilme+ildct",
      "-f",
      "vob",
    ),
    steps: ["deinterlace"],
    combed: false,
    heard: true,
  },
  {
    name: "telecine.mpg",
    make: media(
      lavfi("testsrc2=s=160x90:r=24000/1001"),
      short(0.8),
      "-vf",
      "telecine=pattern=23,setfield=tff",
      "-c:v",
      "mpeg2video",
      "-b:v",
      "4M",
      "-flags",
      "+ilme+ildct",
      "-f",
      "vob",
    ),
    combed: false,
    heard: false,
  },
  {
    name: "điện thoại VFR.mp4",
    make: media(
      lavfi("testsrc2=s=160x90:r=60"),
      short(1),
      "-vf",
      "select='not(mod(n,2))+lt(mod(n,17),5)'",
      "-vsync",
      "vfr",
      H264,
    ),
    steps: ["even-rate"],
    told: [],
    heard: false,
  },
  {
    name: "hình vào muộn.mp4",
    make: media(lavfi(MARKED), SOUND, short(1), "-vf", "setpts=PTS+0.3/TB", H264, "-c:a", "aac"),
    red: TOP_LEFT,
    told: [],
    heard: true,
  },
  {
    name: "bắt đầu âm.mkv",
    make: media(
      lavfi(MARKED),
      SOUND,
      short(1),
      H264,
      "-c:a",
      "pcm_s16le",
      "-output_ts_offset",
      "-0.4",
      "-avoid_negative_ts",
      "disabled",
    ),
    red: TOP_LEFT,
    told: ["media.longer-than-said"],
    heard: true,
  },
  {
    name: "thời điểm lùi.mkv",
    make: changed(media(lavfi(MARKED), short(1), H264, "-cluster_time_limit", "300"), earlierCluster),
    told: ["media.times-jump"],
    heard: false,
  },
  {
    name: "tiếng ngắn.mp4",
    make: media(lavfi(MARKED), "-t", "0.3", SOUND, "-t", "1", H264, "-c:a", "aac"),
    red: TOP_LEFT,
    told: ["media.sound-and-picture-differ"],
    heard: true,
  },
  {
    name: "tiếng dài.mkv",
    make: media("-t", "0.4", lavfi(MARKED), "-t", "1", SOUND, H264, "-c:a", "aac"),
    red: TOP_LEFT,
    told: ["media.sound-and-picture-differ"],
    heard: true,
  },
  {
    name: "tám kênh.wav",
    make: media(
      lavfi("sine=440:r=48000"),
      short(0.6),
      "-af",
      "pan=7.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0|c6=c0|c7=c0",
    ),
    steps: ["downmix"],
    heard: true,
  },
  {
    name: "5.1.ac3",
    make: media(
      lavfi("sine=440:r=48000"),
      short(0.6),
      "-af",
      "pan=5.1|c0=0*c0|c1=0*c0|c2=c0|c3=0*c0|c4=0*c0|c5=0*c0",
      "-c:a",
      "ac3",
    ),
    steps: ["downmix"],
    heard: true,
  },
  {
    name: "ghi âm cũ.wma",
    make: media(lavfi("sine=440:r=22050"), short(0.6), "-c:a", "wmav2"),
    steps: ["mono", "resample"],
    told: [],
    heard: true,
  },
  { name: "điện thoại cũ.amr", make: telephone, steps: ["mono", "resample"], heard: true },
  {
    name: "bìa đĩa.mp3",
    make: media(
      SOUND,
      lavfi(MARKED),
      "-map",
      "0",
      "-map",
      "1",
      "-frames:v",
      "1",
      short(0.6),
      "-c:v",
      "mjpeg",
      "-disposition:v",
      "attached_pic",
      "-c:a",
      "libmp3lame",
    ),
    told: [],
    heard: true,
  },
  { name: "MP3 mang tên.mp4", make: media(SOUND, short(0.6), "-c:a", "libmp3lame", "-f", "mp3"), heard: true },
  {
    name: "-%d 'nháy\" dấu é\nxuống dòng.mp4",
    make: media(lavfi(MARKED), SOUND, short(0.6), H264, "-c:a", "aac", "-f", "mp4"),
    red: TOP_LEFT,
    heard: true,
  },
];

/** Makes one of them in a folder. */
export function makeHostile(folder: string, name: string, make: Make): string {
  const path = join(folder, name);
  make(path);
  return path;
}
