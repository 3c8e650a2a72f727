import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import { applyChange } from "../history/apply-change.ts";
import type { Patch } from "../history/change.ts";
import { type JsonPath, valueAtPath } from "../json-path.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { validateProject } from "../validate-project.ts";
import { createSoundnessMemory } from "./soundness.ts";

/** What the two slow checks say. */
const isSound = (document: Project): boolean =>
  validateProject(document as unknown as Record<string, unknown>, "a").diagnostics.length === 0 &&
  checkReferences(document, "a").length === 0;

/** One change of any place into what stands at another, is wrong, or is gone. */
interface Mutation {
  readonly kind: "remove" | "replace" | "insert" | "rename";
  readonly place: number;
  readonly other: number;
  readonly odd: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("remove", "replace", "insert", "rename"),
  place: fc.nat(),
  other: fc.nat(),
  odd: fc.constantFrom<unknown>(0, -1, "", "t0", "k1", "a0", "f2", "m0", "#ffffff", "khác", true, null, [], {}, 1e9),
});

function pathsOf(value: unknown, path: JsonPath = [], found: JsonPath[] = []): readonly JsonPath[] {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    const inner = [...path, Array.isArray(value) ? Number(key) : key];
    found.push(inner);
    pathsOf(Reflect.get(value, key), inner, found);
  }
  return found;
}

/** Places of one property, since two random places seldom have to do with each other. */
const likeness = (path: JsonPath): string => String(path.filter((step) => typeof step === "string").at(-1));

function patchesOf(project: Project, { kind, place, other, odd }: Mutation): readonly Patch[] {
  const paths = pathsOf(project);
  const path = paths[place % paths.length] ?? [];
  const before = valueAtPath(project, path);
  const last = path.at(-1);
  const alike = paths.filter((one) => likeness(one) === likeness(path));
  // The very object that stands elsewhere: what is remembered of it must hold here too, or not be used.
  const after = other % 3 === 0 ? odd : valueAtPath(project, alike[other % alike.length] ?? path);
  if (kind === "remove") return [{ path, before }];
  if (kind === "insert" && typeof last === "number") return [{ path, after: before }];
  if (kind === "rename" && typeof last === "string") {
    return [
      { path, before },
      { path: [...path.slice(0, -1), `${last}x`], after: before },
    ];
  }
  return [{ path, before, after }];
}

describe("what is remembered of a document", () => {
  it("makes no difference to what is found sound, whatever is done to it", () => {
    const seen = { sound: 0, unsound: 0 };
    const steps = fc.array(
      fc.record({
        mutations: fc.array(mutation, { minLength: 1, maxLength: 2 }),
        keep: fc.nat(5).map((dice) => dice === 0),
      }),
      {
        minLength: 1,
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(arbitraryProject, steps, (start, list) => {
        const remembers = createSoundnessMemory();
        let project = start;
        expect(remembers(project)).toBe(isSound(project));
        for (const { mutations, keep } of list) {
          const next = mutations.reduce(
            (one, each) => applyChange(one, { label: "a", patches: patchesOf(one, each) }),
            project,
          );
          const sound = isSound(next);
          expect(remembers(next)).toBe(sound);
          seen[sound ? "sound" : "unsound"] += 1;
          // A session stays where it was; but nothing that was refused may be remembered as sound either.
          if (sound || keep) project = next;
        }
      }),
      { numRuns: 150 },
    );
    expect(seen.sound).toBeGreaterThan(100);
    expect(seen.unsound).toBeGreaterThan(100);
  }, 240_000);

  const label = { vi: "Tên", en: "Name" };
  const group = (id: string, ...frames: Frame[]): Frame => ({
    type: "group",
    id,
    x: 0,
    y: 0,
    width: 9,
    height: 9,
    frames,
  });
  const nested = (count: number): Frame =>
    Array.from({ length: count }).reduce<Frame>((inner, _, index) => group(`g${index}`, inner), textFrame("a", "t"));
  const onPage = (...frames: Frame[]): Project =>
    sampleProject({ pages: [{ id: "p1", frames }], texts: { t: plainText("Chào"), u: plainText("Tạm biệt") } });
  const based = (id: string, basedOn?: string) => ({ id, name: label, frames: [], ...(basedOn && { basedOn }) });

  it.each<[string, Project, Project]>([
    ["a text that is taken away", onPage(textFrame("a", "t")), { ...onPage(textFrame("a", "t")), texts: {} }],
    [
      "a frame's id given again on another page",
      onPage(textFrame("a")),
      {
        ...onPage(textFrame("a")),
        pages: [
          { id: "p", frames: [textFrame("a")] },
          { id: "q", frames: [textFrame("a")] },
        ],
      },
    ],
    ["a frame's id given again in a group", onPage(textFrame("a")), onPage(textFrame("a"), group("g", textFrame("a")))],
    [
      "a frame's id given again on a master",
      onPage(textFrame("a")),
      { ...onPage(textFrame("a")), masters: [{ id: "m", name: label, frames: [textFrame("a")] }] },
    ],
    [
      "masters in a circle",
      { ...onPage(), masters: [based("m", "n"), based("n")] },
      { ...onPage(), masters: [based("m", "n"), based("n", "m")] },
    ],
    [
      "a thread in a circle",
      onPage(textFrame("a", "t", { next: "b" }), textFrame("b")),
      onPage(textFrame("a", undefined, { next: "b" }), textFrame("b", undefined, { next: "a" })),
    ],
    [
      "a thread into what has text of its own",
      onPage(textFrame("a", "t", { next: "b" }), textFrame("b")),
      onPage(textFrame("a", "t", { next: "b" }), textFrame("b", "u")),
    ],
    [
      "two threads into one frame",
      onPage(textFrame("a", "t", { next: "b" }), textFrame("b")),
      onPage(textFrame("a", "t", { next: "b" }), textFrame("b"), textFrame("c", "u", { next: "b" })),
    ],
    [
      "a slot of pictures that leads to text",
      onPage(textFrame("a", "t")),
      { ...onPage(textFrame("a", "t")), slots: [{ kind: "image", name: "o", label, frames: ["a"] }] },
    ],
    ["groups too deep", onPage(nested(20)), onPage(nested(21))],
    [
      "pages added from a master that is not there",
      onPage(textFrame("a", "t")),
      onPage(textFrame("a", "t", { addPages: { master: "m" } })),
    ],
  ])("finds %s", (_name, sound, unsound) => {
    const remembers = createSoundnessMemory();
    expect([remembers(sound), isSound(sound)]).toEqual([true, true]);
    expect([remembers(unsound), isSound(unsound)]).toEqual([false, false]);
    expect(remembers(sound)).toBe(true);
  });
});
