import type { JsonPath } from "./json-path.ts";
import type { Project } from "./schema/project.ts";

/** A mention of a swatch and where it stands. */
export interface SwatchMention {
  readonly id: string;
  readonly path: JsonPath;
}

/** The properties of the schema that hold a colour, and the one that holds a list of them. */
const COLOR_PROPERTIES: ReadonlySet<string> = new Set(["color", "highlight", "background"]);
const COLOR_LIST = "colors";

/** Parts of a project in which colours are mentioned, besides its texts. */
const COLORED_PARTS = ["paragraphStyles", "characterStyles", "masters", "pages"] as const;

/** Every swatch mentioned in styles, frames, texts and programmes. */
export function collectColors(project: Project): readonly SwatchMention[] {
  return [
    ...COLORED_PARTS.flatMap((name) => colorsWithin(project[name], [name])),
    ...(project.programmes ? colorsWithin(project.programmes, ["programmes"]) : []),
    // Ids of texts are free names, so `color` may be one: only what is inside each text is looked through.
    ...Object.entries(project.texts).flatMap(([id, text]) => colorsWithin(text, ["texts", id])),
  ];
}

/**
 * Every swatch mentioned in a style, frame, text or a list of them, which stands at `base`. It goes by the names of properties, which
 * the schema uses for nothing else, rather than by kinds of frames, so that it needs no change where a new frame has a colour.
 */
export function colorsWithin(part: object, base: JsonPath): readonly SwatchMention[] {
  const mentions: SwatchMention[] = [];
  const path = [...base];

  const take = (color: unknown): void => {
    if (typeof color === "string") mentions.push({ id: color, path: [...path] });
    else if (typeof color === "object" && color !== null && "swatch" in color && typeof color.swatch === "string") {
      mentions.push({ id: color.swatch, path: [...path, "swatch"] });
    }
  };
  const visit = (value: object): void => {
    const steps = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [step, inside] of steps) {
      path.push(step);
      if (typeof step === "string" && COLOR_PROPERTIES.has(step)) take(inside);
      else if (step === COLOR_LIST && Array.isArray(inside)) {
        for (const [index, color] of inside.entries()) {
          path.push(index);
          take(color);
          path.pop();
        }
      } else if (typeof inside === "object" && inside !== null) visit(inside);
      path.pop();
    }
  };
  visit(part);
  return mentions;
}
