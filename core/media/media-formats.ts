/** Which kinds of file are opened. What is not named here is refused: playlists and manifests would make ffmpeg read other files. */

/** ffmpeg's demuxers for what phones, cameras, recorders and archives give. */
export const MEDIA_DEMUXERS: readonly string[] = [
  ...[
    "mov",
    "matroska",
    "avi",
    "mpeg",
    "mpegts",
    "mpegvideo",
    "asf",
    "flv",
    "mxf",
    "gxf",
    "dv",
    "rm",
    "ivf",
    "nut",
    "wtv",
    "m4v",
  ],
  ...["h264", "hevc", "h263", "mjpeg", "gif", "apng"],
  ...[
    "mp3",
    "wav",
    "w64",
    "aiff",
    "au",
    "caf",
    "flac",
    "ogg",
    "aac",
    "ac3",
    "eac3",
    "amr",
    "amrnb",
    "amrwb",
    "wv",
    "tta",
    "ape",
  ],
];

/** Pictures are named to ffmpeg by their content, so that a name with `%d` in it is not taken for a row of files. */
const PICTURE_SIGNATURES: readonly { readonly demuxer: string; readonly matches: (head: Uint8Array) => boolean }[] = [
  { demuxer: "jpeg_pipe", matches: (head) => startsWith(head, [0xff, 0xd8, 0xff]) },
  { demuxer: "png_pipe", matches: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47]) && !hasText(head, "acTL") },
  { demuxer: "webp_pipe", matches: (head) => textAt(head, 0, 4) === "RIFF" && textAt(head, 8, 4) === "WEBP" },
  { demuxer: "bmp_pipe", matches: (head) => textAt(head, 0, 2) === "BM" && head[5] === 0 },
  {
    demuxer: "tiff_pipe",
    matches: (head) => startsWith(head, [0x49, 0x49, 0x2a, 0]) || startsWith(head, [0x4d, 0x4d, 0, 0x2a]),
  },
];

/** Bytes of a file's beginning that `sniffMedia` wants. */
export const SNIFFED_BYTES = 4096;

export type Sniffed =
  /** To be opened as this kind of picture. */
  | { readonly kind: "picture"; readonly demuxer: string }
  /** Names other files to be read in its place. */
  | { readonly kind: "playlist" }
  /** A drawing, a document, a web page: nothing that moves or sounds. */
  | { readonly kind: "text" }
  | {
      readonly kind: "media";
      readonly isMp4: boolean;
      /** A still picture in a container of that kind. */
      readonly still?: "HEIC" | "AVIF" | undefined;
    };

/** What the first bytes of a file say about how it may be opened. */
export function sniffMedia(head: Uint8Array): Sniffed {
  const picture = PICTURE_SIGNATURES.find(({ matches }) => matches(head));
  if (picture) return { kind: "picture", demuxer: picture.demuxer };
  const text = textAt(head, 0, 2048)
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^(?:#EXTM3U|ffconcat |\[playlist\]|#!ffmpeg|\[Reference\]|RTSPtext|v=0\r?\no=)/i.test(text))
    return { kind: "playlist" };
  if (/^<(?:\?xml|asx|smil|mpd|!doctype|html|svg)/i.test(text)) {
    return /<(?:mpd|smil|asx|playlist|assetmap|compositionplaylist)[\s>]/i.test(text)
      ? { kind: "playlist" }
      : { kind: "text" };
  }
  if (/^(?:file|ftp|https?|rtmp|rtsp):/i.test(text)) return { kind: "playlist" };
  if (textAt(head, 4, 4) === "ftyp" && hasText(head, "rmra") && hasText(head, "rdrf")) return { kind: "playlist" };
  const isMp4 = /^(?:ftyp|moov|mdat|wide|free|skip|pnot)$/.test(textAt(head, 4, 4));
  return { kind: "media", isMp4, still: isMp4 ? stillKind(textAt(head, 8, 4)) : undefined };
}

/** By the major brand (ISO 23008-12; AVIF 1.1). */
const stillKind = (brand: string): "HEIC" | "AVIF" | undefined =>
  /^(?:heic|heix|heim|heis|mif1)$/.test(brand) ? "HEIC" : brand === "avif" ? "AVIF" : undefined;

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const textAt = (head: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...head.subarray(start, start + length));

const hasText = (head: Uint8Array, text: string): boolean => textAt(head, 0, head.length).includes(text);
