import type { Overlay, Programme } from "../../core/document/schema/programme.ts";

const numbered = <Thing extends object>(things: readonly Thing[], letter: string): (Thing & { id: string })[] =>
  things.map((thing, index) => ({ ...thing, id: `${letter}${index}` }));

/** Random programmes with ids of their own, mentioning each other where there is something to mention. */
export function mendProgrammes(programmes: readonly Programme[], text: string): Programme[] {
  return programmes.map((programme, number): Programme => {
    const scenes = programme.kind === "clip" ? numbered(programme.scenes, "c") : [];
    const inScene = <Thing extends { scene?: string | undefined }>(
      { scene: _scene, ...thing }: Thing,
      index: number,
    ) => (index % 2 === 0 && scenes[0] ? { ...thing, scene: scenes[0].id } : thing);
    const withTexts = <Thing extends { texts?: Record<string, string> | undefined }>(thing: Thing): Thing =>
      thing.texts ? { ...thing, texts: { [text]: text } } : thing;
    const tracks = numbered(programme.tracks, "k").map((track) => ({
      ...track,
      ...(track.duck && { duck: { ...track.duck, under: ["k0"] } }),
      items: numbered(track.items.map(inScene), "i"),
    }));
    const common = { id: `P${number}`, tracks };
    if (programme.kind === "bulletin") return { ...programme, ...common, parts: numbered(programme.parts, "b") };
    const captions = Object.entries(programme.captions ?? {}).map(
      ([language, cues]) => [language, cues.map((cue, index) => ({ ...cue, from: index, to: index + 1 }))] as const,
    );
    return {
      ...programme,
      ...common,
      scenes: scenes.map((scene) => (scene.type === "page" ? withTexts(scene) : scene)),
      overlays: numbered(programme.overlays, "o").map((overlay, index): Overlay => {
        const { scene: _scene, ...mended } = withTexts(overlay);
        const placed = index % 2 === 0 && scenes[0] ? { ...mended, scene: scenes[0].id } : mended;
        return placed.type === "page" ? placed : { ...placed, text };
      }),
      ...(programme.captions && { captions: Object.fromEntries(captions) }),
    };
  });
}
