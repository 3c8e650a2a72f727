import { resolve } from "node:path";
import { MEDIA_DEMUXERS } from "../../../core/media/media-formats.ts";

/** A file on this machine as ffmpeg takes it: no name is read as an address, an option or a pattern. */
export const fileAddress = (path: string): string => `file:${resolve(path)}`;

export interface InputOptions {
  /** The kind of picture, where it is one: see `sniffMedia`. */
  readonly demuxer?: string | undefined;
  /** The decoder of its picture, where ffmpeg's own choice would not do. */
  readonly decoder?: string | undefined;
  /** Seconds to begin at, exact to the sample and the frame. */
  readonly start?: number | undefined;
  /** Seconds to read. */
  readonly duration?: number | undefined;
}

/** Opens `path` as an input that can reach no other file and no network, whatever stands in it. */
export function inputArguments(path: string, { demuxer, decoder, start, duration }: InputOptions = {}): string[] {
  return [
    ...(start ? ["-ss", secondsArgument(start)] : []),
    ...(duration === undefined ? [] : ["-t", secondsArgument(duration)]),
    ...safetyArguments(demuxer),
    ...(decoder ? ["-c:v", decoder] : []),
    "-i",
    fileAddress(path),
  ];
}

/** What holds ffmpeg and ffprobe to one file. Links inside QuickTime files are off by default and stay so. */
export const safetyArguments = (demuxer?: string): string[] => [
  "-protocol_whitelist",
  "file",
  ...(demuxer ? ["-f", demuxer] : ["-format_whitelist", MEDIA_DEMUXERS.join(",")]),
];

/** Seconds as ffmpeg reads them, to the microsecond. */
export const secondsArgument = (seconds: number): string => seconds.toFixed(6);
