import type { Programme, ShownPage } from "./schema/programme.ts";

/** Every place of a programme in which pages of the project are shown. */
export const shownPages = (programme: Programme): readonly (ShownPage & { readonly text?: string })[] =>
  programme.kind === "bulletin"
    ? []
    : [...programme.scenes.flatMap((scene) => (scene.type === "page" ? scene : [])), ...programme.overlays];

/** Ids of the texts a programme mentions by itself, beside those its pages show. */
export const mentionedTexts = (programme: Programme): readonly string[] =>
  shownPages(programme).flatMap(({ text, texts }) => [
    ...Object.entries(texts ?? {}).flat(),
    ...(text === undefined ? [] : [text]),
  ]);
