import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AudioTrack } from "../../document/schema/programme.ts";
import type { ProgrammeTarget } from "../programme-diagnostics.ts";
import { isFor } from "../timeline.ts";
import { duckUnder } from "./ducking.ts";
import { duckingOf, framesOf, heardSpans, mediaOf, placeItem, type SourceSounds } from "./place-pieces.ts";
import type { ScorePiece, ScoreTrack } from "./score.ts";
import { itemAfterEnd, itemCutOff } from "./sound-diagnostics.ts";

/** What arranging needs besides what is to be arranged. */
export interface Arranging {
  readonly language: string;
  /** Frames of the programme. */
  readonly length: number;
  readonly sources: SourceSounds;
  readonly target: ProgrammeTarget;
  /** Frame at which each scene shown in the language begins. */
  readonly scenes: ReadonlyMap<string, number>;
  readonly tell: (diagnostic: Diagnostic) => void;
}

/** Tracks of the schema as tracks of a score. `voices` are others, by id, under which a track may be told to go down. */
export function arrangeTracks(
  tracks: readonly AudioTrack[],
  arranging: Arranging,
  voices: ReadonlyMap<string, readonly ScorePiece[]> = new Map(),
): readonly ScoreTrack[] {
  const placed = tracks.map((track) => ({ track, pieces: arrangeItems(track, arranging) }));
  const piecesOf = new Map([...voices, ...placed.map(({ track, pieces }) => [track.id, pieces] as const)]);
  return placed.map(({ track, pieces }) => {
    const { duck } = track;
    const under = (duck?.under ?? []).flatMap((id) => piecesOf.get(id) ?? []);
    const spans = under.flatMap((piece) => heardSpans(piece, arranging.sources.get(piece.source)));
    return {
      id: track.id,
      gain: track.gain ?? 0,
      treatment: track.treatment ?? "none",
      automation: duck ? duckUnder(spans, duckingOf(duck)) : [],
      pieces,
    };
  });
}

function arrangeItems(
  track: AudioTrack,
  { language, length, sources, target, scenes, tell }: Arranging,
): readonly ScorePiece[] {
  return track.items.flatMap((item) => {
    if (!isFor(item, language)) return [];
    const base = item.scene === undefined ? 0 : scenes.get(item.scene);
    // The scene is not shown in this language, and with it goes what belongs to it.
    if (base === undefined) return [];
    const media = mediaOf(item, language);
    const source = sources.get(media);
    if (!source) return [];
    const at = base + framesOf(item.at);
    const { pieces, cutOff } = placeItem(item, media, source, {
      at,
      end: length,
      treatment: track.treatment ?? "none",
      music: track.role === "music" || track.role === "ambience",
    });
    if (at >= length) tell(itemAfterEnd(target, item.id, at, length));
    else if (cutOff > framesOf(0.1)) tell(itemCutOff(target, item.id, cutOff));
    return pieces;
  });
}
