/** What a file of sound, moving or still picture is, told from its content. Plain data: it crosses threads and is cached. */

import type { Rational } from "./rational.ts";

export interface MediaFacts {
  readonly kind: "video" | "audio" | "image";
  readonly bytes: number;
  /** Name of ffmpeg's demuxer, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  /** Seconds; undefined for pictures and where nothing says it. */
  readonly duration: number | undefined;
  /** Seconds at which the first stream begins. Streams count from here. */
  readonly startTime: number;
  /** Bits a second of the whole file. */
  readonly bitRate: number | undefined;
  /** The picture stream to use; covers of music files are none. */
  readonly video: VideoFacts | undefined;
  /** Every audio stream that can be decoded, the file's default first. */
  readonly audio: readonly AudioFacts[];
  /** `10:00:00:00` where the file carries one. */
  readonly timecode: string | undefined;
  /** Title, artist and the like. */
  readonly tags: Readonly<Record<string, string>>;
}

export type FieldOrder = "progressive" | "top-first" | "bottom-first" | "unknown";

export interface VideoFacts {
  /** Number of the stream in its file. */
  readonly index: number;
  readonly codec: string;
  readonly profile: string | undefined;
  /** As ffprobe counts: 41 for H.264 level 4.1. */
  readonly level: number | undefined;
  /** Pixels as stored. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise a player turns the stored picture by. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Width of a pixel by its height, as stored. */
  readonly sampleAspect: Rational;
  /** Square pixels as shown: turned, and stretched by the pixel aspect. */
  readonly shownWidth: number;
  readonly shownHeight: number;
  /** Frames a second on average; undefined for a single picture. */
  readonly frameRate: Rational | undefined;
  /** Seconds between two moments the file can tell apart: as long as a frame in AVI. */
  readonly timeBase: Rational | undefined;
  /** True where frames do not follow each other evenly, as phones record. */
  readonly variableRate: boolean;
  readonly frames: number | undefined;
  readonly duration: number | undefined;
  readonly startTime: number;
  readonly fieldOrder: FieldOrder;
  readonly pixelFormat: string;
  readonly bitDepth: number;
  readonly alpha: boolean;
  readonly color: ColorFacts;
  /** How highlights are coded where they go beyond a television's white. */
  readonly hdr: "pq" | "hlg" | undefined;
  readonly bitRate: number | undefined;
  /** True where frames are predicted from later ones too. */
  readonly bFrames: boolean;
}

/** Names as ffmpeg gives them; undefined where the file says nothing. */
export interface ColorFacts {
  readonly primaries: string | undefined;
  readonly transfer: string | undefined;
  readonly matrix: string | undefined;
  readonly range: "tv" | "pc" | undefined;
}

export interface AudioFacts {
  readonly index: number;
  readonly codec: string;
  readonly profile: string | undefined;
  readonly sampleRate: number;
  readonly channels: number;
  /** `mono`, `stereo`, `5.1(side)`; undefined where the file does not say. */
  readonly layout: string | undefined;
  readonly bitDepth: number | undefined;
  readonly bitRate: number | undefined;
  readonly duration: number | undefined;
  readonly startTime: number;
  readonly language: string | undefined;
}
