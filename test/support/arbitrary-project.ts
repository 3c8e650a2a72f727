/** Random projects that are sound: built from the schema itself, so that a new property is tried without a word here. */

import fc from "fast-check";
import type { z } from "zod";
import type { Frame } from "../../core/document/schema/frames.ts";
import { HEX_COLOR_PATTERN, ID_PATTERN, LANGUAGE_TAG_PATTERN } from "../../core/document/schema/primitives.ts";
import { Project } from "../../core/document/schema/project.ts";
import { mendProgrammes } from "./mend-programmes.ts";

type Arbitrary = fc.Arbitrary<unknown>;

/** Ids that exist, by the property that mentions them; in the random project every one of them is there. */
const POOLS: Readonly<Record<string, readonly string[]>> = {
  text: ["t0", "màu.chữ", "color"],
  style: ["k0", "k1"],
  asset: ["a0", "a1"],
  swatch: ["s0", "s1"],
  page: ["p0"],
};
const POOL_OF_KEY: Readonly<Record<string, string>> = {
  text: "text",
  alt: "text",
  categories: "text",
  style: "style",
  styles: "style",
  headerStyle: "style",
  bodyStyle: "style",
  labelStyle: "style",
  asset: "asset",
  variants: "asset",
  // Sound and video have the same ids as pictures, so that variants of both are known.
  media: "asset",
  page: "page",
  shapes: "page",
  color: "swatch",
  colors: "swatch",
  highlight: "swatch",
  background: "swatch",
  swatch: "swatch",
};
const LANGUAGES = ["vi", "km", "lo", "blt", "cjm", "hmn-Hmng"];
/** Strings of every kind that JSON must carry: quotes, controls, astral characters, marks, a lone surrogate. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "Ủy ban nhân dân", "ê̆ ơ̆\tư̆\n", "ភាសាខ្មែរ", "ꪼꪕ", "𠀋", '"\\/\u0000\u2028', "\ud800"),
);

/** How far schemas that contain themselves are followed. */
const DEEPEST = 3;

/** Random values of a schema's shape; `key` is the property that holds them. */
export function arbitraryOf(schema: z.core.$ZodType, key = "", depth = 0): Arbitrary {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return arbitraryString(def.checks ?? [], key);
    case "number":
      return arbitraryNumber(def.checks ?? []);
    case "boolean":
      return fc.boolean();
    case "literal":
      return fc.constantFrom(...def.values);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "optional":
    case "default":
    case "readonly":
      return arbitraryOf(def.innerType, key, depth);
    case "unknown":
      return fc.jsonValue();
    case "null":
      return fc.constant(null);
    case "custom":
      // The only one of our own: raw content.
      return fc.uint8Array({ maxLength: 300 });
    case "lazy":
      return depth > DEEPEST ? fc.constant(null) : arbitraryOf(def.getter(), key, depth + 1);
    case "union": {
      const shallow =
        depth < 2 ? def.options : def.options.filter((one) => (one as z.core.$ZodTypes)._zod.def.type !== "lazy");
      return fc.oneof(...shallow.map((one) => arbitraryOf(one, key, depth)));
    }
    case "tuple":
      return fc.tuple(...def.items.map((item) => arbitraryOf(item, key, depth)));
    case "array": {
      const { least, most } = lengths(def.checks ?? []);
      return fc.array(arbitraryOf(def.element, key, depth), { minLength: least, maxLength: Math.min(most, least + 2) });
    }
    case "record":
      return fc.dictionary(
        arbitraryOf(def.keyType, "", depth) as fc.Arbitrary<string>,
        arbitraryOf(def.valueType, key, depth),
        { maxKeys: 3, noNullPrototype: true },
      );
    case "object":
      return arbitraryObject(def.shape, depth);
    default:
      throw new Error(`No random value for a schema of kind ${def.type}`);
  }
}

/** Links between frames need a plan rather than chance, so they are left to tests of their own. */
const LEFT_OUT = new Set(["next", "addPages", "basedOn", "master", "overrides", "scene"]);

function arbitraryObject(shape: z.core.$ZodShape, depth: number): Arbitrary {
  const fields: Record<string, Arbitrary> = {};
  const required: string[] = [];
  for (const [key, schema] of Object.entries(shape)) {
    if (LEFT_OUT.has(key)) continue;
    fields[key] = arbitraryOf(schema, key, depth);
    if ((schema as z.core.$ZodTypes)._zod.def.type !== "optional") required.push(key);
  }
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true });
}

type Checks = readonly z.core.$ZodCheck<never>[];
const definitions = (checks: Checks) => checks.map((check) => check._zod.def as unknown as Record<string, unknown>);

function arbitraryString(checks: Checks, key: string): Arbitrary {
  const pattern = definitions(checks).find((check) => check.pattern instanceof RegExp)?.pattern;
  switch (String(pattern)) {
    case String(ID_PATTERN):
      return fc.constantFrom(...(POOLS[POOL_OF_KEY[key] ?? ""] ?? ["x-1", "Ảnh_2", "3.ba"]));
    case String(LANGUAGE_TAG_PATTERN):
      return fc.constantFrom(...LANGUAGES);
    case String(HEX_COLOR_PATTERN):
      return fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    case "undefined": {
      const { least, most } = lengths(checks);
      return text.map((value) => value.slice(0, most).padEnd(least, "•"));
    }
    default:
      return pattern instanceof RegExp ? fc.stringMatching(pattern) : text;
  }
}

function lengths(checks: Checks): { least: number; most: number } {
  const limit = (name: string, key: string) =>
    Number(definitions(checks).find((check) => check.check === name)?.[key] ?? Number.NaN);
  return { least: limit("min_length", "minimum") || 0, most: limit("max_length", "maximum") || 1_000 };
}

function arbitraryNumber(checks: Checks): Arbitrary {
  let min = -1e6;
  let max = 1e6;
  let whole = false;
  for (const check of definitions(checks)) {
    if (check.check === "greater_than")
      min = Math.max(min, check.inclusive ? Number(check.value) : Number(check.value) + 0.01);
    if (check.check === "less_than")
      max = Math.min(max, check.inclusive ? Number(check.value) : Number(check.value) - 0.01);
    if (check.check === "number_format") whole = true;
  }
  if (whole) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  // JSON has no negative zero.
  return fc
    .oneof(fc.double({ min, max, noNaN: true }), fc.integer({ min: Math.ceil(min), max: Math.floor(max) }))
    .map((value) => (value === 0 ? 0 : value));
}

const label = { vi: "Nhãn", en: "Label" };

/** Gives frames ids of their own and mends what depends on the whole frame. */
function mendFrames(frames: readonly Frame[], ids: { next: number }): Frame[] {
  return frames.map((whole) => {
    ids.next += 1;
    const id = `f${ids.next}`;
    const frame: Frame = whole.hug ? { ...whole, hug: whole.hug.map((one) => ({ ...one, texts: ["f1"] })) } : whole;
    switch (frame.type) {
      case "group":
        return { ...frame, id, frames: mendFrames(frame.frames, ids) };
      case "chart": {
        const { categories, series } = frame.chart;
        const values = categories.map((_, index) => index / 2);
        return {
          ...frame,
          id,
          chart: { ...frame.chart, series: series.map((one) => ({ ...one, name: "t0", values })) },
        };
      }
      case "table": {
        if (!frame.table) return { ...frame, id };
        const rows = frame.table.rows.map((row) => ({
          ...row,
          cells: row.cells
            .slice(0, frame.table?.columns.length)
            .map(({ columnSpan: _columns, rowSpan: _rows, ...cell }) => cell),
        }));
        return { ...frame, id, table: { ...frame.table, rows } };
      }
      case "qr":
        return { ...frame, id, data: typeof frame.data === "string" ? frame.data : { slot: "o0" } };
      default:
        return { ...frame, id };
    }
  });
}

function mendTexts(texts: Project["texts"]): Project["texts"] {
  const mended = Object.entries(texts).map(([id, one]) => {
    const variants = Object.entries(one.variants).map(([language, variant]) => {
      const blocks = variant.blocks.map((block) =>
        "contents" in block
          ? block
          : {
              ...block,
              runs: block.runs.map((run) => (typeof run !== "string" && "slot" in run ? { ...run, slot: "o0" } : run)),
            },
      );
      return [language, { ...variant, blocks }] as const;
    });
    return [id, { ...one, variants: Object.fromEntries(variants) }] as const;
  });
  const needed = Object.fromEntries((POOLS.text ?? []).map((id) => [id, { variants: {} }]));
  return { ...needed, ...Object.fromEntries(mended) };
}

/** Random projects with frames of every type; each passes `parseProject` once it is written. */
export const arbitraryProject: fc.Arbitrary<Project> = (arbitraryOf(Project, "", 0) as fc.Arbitrary<Project>).map(
  (project) => {
    const ids = { next: 0 };
    const withId = <T extends { id: string }>(things: readonly T[], pool: readonly string[] = []): T[] =>
      pool.flatMap((id, index) => {
        const thing = things[index % Math.max(things.length, 1)];
        return thing ? [{ ...thing, id }] : [];
      });
    const style = (id: string) => ({ id, name: label });
    const paragraphStyles = [...withId(project.paragraphStyles, POOLS.style)];
    const characterStyles = [...withId(project.characterStyles, POOLS.style)];
    const swatches = [...withId(project.swatches, POOLS.swatch)];
    const missing = <T>(list: T[], made: readonly T[]): T[] => (list.length > 0 ? list : [...made]);
    return {
      ...project,
      paragraphStyles: missing(paragraphStyles, (POOLS.style ?? []).map(style)),
      characterStyles: missing(
        characterStyles,
        (POOLS.style ?? []).map((id) => ({ ...style(id), character: {} })),
      ),
      swatches: missing(
        swatches,
        (POOLS.swatch ?? []).map((id) => ({ id, name: label, rgb: "#102030" })),
      ),
      assets: (POOLS.asset ?? []).map((id) => ({ id, file: `anh/${id} số 1.jpg`, name: "Ảnh" })),
      masters: project.masters.map((one, index) => ({ ...one, id: `m${index}`, frames: mendFrames(one.frames, ids) })),
      pages: project.pages.map((one, index) => ({ ...one, id: `p${index}`, frames: mendFrames(one.frames, ids) })),
      texts: mendTexts(project.texts),
      slots: [{ kind: "text", name: "o0", label, sample: "Nguyễn Thị Bưởi" }],
      media: (POOLS.asset ?? []).map((id) => ({ id, file: `phim/${id}.mp4` })),
      ...(project.programmes && { programmes: mendProgrammes(project.programmes, "t0") }),
    };
  },
);
