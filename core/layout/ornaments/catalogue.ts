/** Every motif there is. */

import { chamMotifs } from "./motifs/cham.ts";
import { dongSonMotifs } from "./motifs/dong-son.ts";
import { highlandMotifs } from "./motifs/highlands.ts";
import { khmerMotifs } from "./motifs/khmer.ts";
import { northMotifs } from "./motifs/north.ts";
import { vietMotifs } from "./motifs/viet.ts";
import { vietCraftMotifs } from "./motifs/viet-crafts.ts";
import type { OrnamentMotif } from "./ornament-model.ts";

/** In the order a chooser shows them, tradition by tradition. */
export const ornamentMotifs: readonly OrnamentMotif[] = [
  ...highlandMotifs,
  ...northMotifs,
  ...khmerMotifs,
  ...chamMotifs,
  ...dongSonMotifs,
  ...vietMotifs,
  ...vietCraftMotifs,
];

const byId = new Map(ornamentMotifs.map((motif) => [motif.id, motif]));

/** The motif of this id, or undefined where there is none. */
export const findMotif = (id: string): OrnamentMotif | undefined => byId.get(id);
