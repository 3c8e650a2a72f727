/** A template and a day's recordings → a bulletin. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Bulletin, BulletinPart } from "../../document/schema/programme.ts";
import { bulletinSoundUnused, bulletinTooManyParts, bulletinWithoutItems } from "./bulletin-diagnostics.ts";
import type { BulletinTemplate } from "./bulletin-template.ts";

/** Files as their owner names them. Music that is given takes the place of the template's. */
export interface BulletinSounds {
  readonly opening?: string | undefined;
  readonly items: readonly { readonly name: string; readonly file: string }[];
  readonly closing?: string | undefined;
  readonly jingle?: string | undefined;
  readonly bumper?: string | undefined;
  readonly bed?: string | undefined;
}

export interface BulletinFacts {
  readonly title: string;
  readonly language: string;
  /** Seconds it must last; as long as its parts where undefined. */
  readonly duration?: number | undefined;
  /** LUFS of music, named as in `BulletinMedia`; undefined where nobody has measured it, or it is silent. */
  readonly loudnessOf?: (file: string, from: BulletinMedia["from"]) => number | undefined;
}

export interface BulletinMedia {
  readonly id: string;
  readonly file: string;
  /** `template` files are named from the template's folder. */
  readonly from: "template" | "given";
}

export interface FilledBulletin {
  readonly bulletin: Bulletin;
  /** Every file once for each use it has. */
  readonly media: readonly BulletinMedia[];
}

type Entry = BulletinTemplate["order"][number];
type Spoken = Exclude<Entry, { part: "jingle" }>;
type PlayedMusic = Omit<Extract<Entry, { part: "jingle" }>, "part">;

/** What the schema of bulletins allows. */
const MOST_PARTS = 500;

/** Why no bulletin can be made of these sounds; nothing where `fillBulletin` will do. */
export function checkBulletinSounds(template: BulletinTemplate, sounds: BulletinSounds): readonly Diagnostic[] {
  const has = (part: Entry["part"]): boolean => template.order.some((entry) => entry.part === part);
  const places = {
    opening: has("opening"),
    item: has("items"),
    closing: has("closing"),
    jingle: has("jingle"),
    bumper: template.order.some((entry) => entry.part === "items" && entry.bumper !== undefined),
    bed: template.bed !== undefined,
  };
  const given = { ...sounds, item: sounds.items[0]?.file };
  const unused = (["opening", "item", "closing", "jingle", "bumper", "bed"] as const).filter(
    (sound) => given[sound] !== undefined && !places[sound],
  );
  const rounds = template.order.reduce((sum, entry) => sum + (entry.part === "items" ? (entry.times ?? 1) : 0), 0);
  const most = template.order.length + 2 * rounds * sounds.items.length;
  return [
    ...(sounds.items.length === 0 ? [bulletinWithoutItems()] : []),
    ...unused.map((sound) => bulletinSoundUnused(template.id, sound)),
    ...(most > MOST_PARTS ? [bulletinTooManyParts(most, MOST_PARTS)] : []),
  ];
}

/** The bulletin of sounds `checkBulletinSounds` has nothing against. An opening or a closing that was not recorded is left out. */
export function fillBulletin(template: BulletinTemplate, sounds: BulletinSounds, facts: BulletinFacts): FilledBulletin {
  const media = new Map<string, BulletinMedia>();
  const parts: BulletinPart[] = [];

  /** The id of one file; music of the template's that sounds alike at several places is one. */
  const take = (wanted: string, file: string, from: BulletinMedia["from"]): string => {
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`;
      const known = media.get(id);
      if (known === undefined) media.set(id, { id, file, from });
      if (known === undefined || (known.file === file && known.from === from)) return id;
    }
  };
  const own = (role: "jingle" | "bumper" | "bed", file: string): string => {
    const given = sounds[role];
    return given === undefined ? take(role, file, "template") : take(role, given, "given");
  };
  const add = (part: Omit<BulletinPart, "id">, pause: number | undefined): void => {
    const count = parts.filter(({ role }) => role === part.role).length + 1;
    const id = part.role === "item" || count > 1 ? `${part.role}-${count}` : part.role;
    // Nothing lies before the first part that it could wait for or run into.
    parts.push({ id, ...part, ...(parts.length > 0 && pause !== undefined && { pause }) });
  };
  const leveled = (role: "jingle" | "bumper" | "bed", file: string, gain: number | undefined): { gain?: number } => {
    const given = sounds[role];
    const change = given === undefined ? 0 : levelChange(file, given, facts);
    return gain === undefined && change === 0 ? {} : { gain: Math.round(10 * ((gain ?? 0) + change)) / 10 };
  };
  const play = (role: "jingle" | "bumper", { file, longest, pause, gain, ...fades }: PlayedMusic): void => {
    const cut = longest !== undefined && { duration: longest };
    add({ role, media: own(role, file), ...leveled(role, file, gain), ...fades, ...cut }, pause);
  };
  const followsSpeech = (): boolean => {
    const before = parts.at(-1)?.role;
    return before !== undefined && before !== "jingle" && before !== "bumper";
  };
  const say = (part: Omit<BulletinPart, "id">, { pause, afterMusic = pause, gain, trim }: Spoken): void =>
    add(
      { ...part, ...(gain !== undefined && { gain }), ...(trim !== undefined && { trim }) },
      followsSpeech() ? pause : afterMusic,
    );
  const sayItems = (entry: Extract<Entry, { part: "items" }>): void => {
    const { bumper, times = 1 } = entry;
    for (let round = 1; round <= times; round += 1) {
      for (const [index, { name, file }] of sounds.items.entries()) {
        if (bumper && followsSpeech()) play("bumper", bumper);
        const said = times === 1 ? name : `${name} (${round}/${times})`;
        say({ name: said, role: "item", media: take(`item-${index + 1}`, file, "given") }, entry);
      }
    }
  };

  for (const entry of template.order) {
    if (entry.part === "jingle") {
      const { part, ...music } = entry;
      play(part, music);
    } else if (entry.part === "items") sayItems(entry);
    else {
      const file = sounds[entry.part];
      if (file !== undefined) say({ role: entry.part, media: take(entry.part, file, "given") }, entry);
    }
  }
  const { bed, treatment } = template;
  const { title, language, duration } = facts;
  const bulletin: Bulletin = {
    kind: "bulletin",
    id: "ban-tin",
    title: { [language]: title },
    ...(duration !== undefined && { duration }),
    tracks: [],
    ...(treatment && { treatment }),
    parts,
    ...(bed && { bed: { ...laid(bed, own("bed", bed.file)), ...leveled("bed", bed.file, bed.gain) } }),
  };
  return { bulletin, media: [...media.values()] };
}

function laid(
  { file: _, gain: __, ...levels }: NonNullable<BulletinTemplate["bed"]>,
  media: string,
): NonNullable<Bulletin["bed"]> {
  return { media, ...levels };
}

/** LUFS of the program's own music, for templates whose music is not there. */
const USUAL_LOUDNESS = -19.5;
/** Music is brought to the level of other music by so much at most: beyond that it was not meant as music. */
const MOST_LEVELED = 20;

/** Decibels that make music which was given as loud as the template's is, at whose level the template has its gain. */
function levelChange(own: string, given: string, { loudnessOf }: BulletinFacts): number {
  const loudness = loudnessOf?.(given, "given");
  if (loudness === undefined) return 0;
  const change = (loudnessOf?.(own, "template") ?? USUAL_LOUDNESS) - loudness;
  return Math.max(-MOST_LEVELED, Math.min(MOST_LEVELED, change));
}
