import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { ownMasterFrames } from "../../layout/page-instances.ts";
import { checkReferences } from "../check-references.ts";
import { type Edited, EMPTY_HISTORY, edit, redo, undo } from "../history/history.ts";
import { Project } from "../schema/project.ts";
import { framesOf } from "../walk-frames.ts";
import { addFrame } from "./add-frame.ts";
import { duplicateFrames } from "./duplicate-frames.ts";
import { addGuide, moveGuide, removeGuide } from "./edit-guides.ts";
import { addLanguage, markUpToDate, removeLanguage, setSourceLanguage } from "./edit-languages.ts";
import {
  addMaster,
  applyMaster,
  duplicateMaster,
  freshMasterId,
  overrideFrames,
  removeMaster,
  renameMaster,
  setMasterBase,
  showMasterFrames,
} from "./edit-masters.ts";
import { setPageSetup } from "./edit-page-setup.ts";
import { addPage, duplicatePage, freshPageId, movePage, removePage } from "./edit-pages.ts";
import { formatText, formatTextParagraphs, replaceText, setSlotText, setVariantText } from "./edit-text.ts";
import { frameIds, freshId } from "./fresh-id.ts";
import { groupFrames, ungroupFrames } from "./group-frames.ts";
import { masterRef, pageRef } from "./holders.ts";
import { moveFrameTo, orderFrames } from "./order-frames.ts";
import { moveFrames, placeFrames } from "./place-frames.ts";
import { removeFrames } from "./remove-frames.ts";
import { setFrameProperty } from "./set-frame-property.ts";
import { setImageAsset } from "./set-image.ts";

type Command = (project: Project) => Project;

/** A frame of the project by any number, and the others it is picked with. */
const pickFrames = (project: Project, numbers: readonly number[]): ReadonlySet<string> => {
  const all = [...framesOf(project)].map(({ frame }) => frame.id);
  return new Set(all.length === 0 ? [] : numbers.map((number) => all[number % all.length] ?? ""));
};
const pickPage = (project: Project, number: number): string => project.pages[number % project.pages.length]?.id ?? "";
const pickMaster = (project: Project, number: number): string =>
  project.masters[number % Math.max(1, project.masters.length)]?.id ?? "";
const pickText = (project: Project, number: number): string => {
  const ids = Object.keys(project.texts);
  return ids[number % ids.length] ?? "t0";
};

const numbers = fc.array(fc.nat(60), { minLength: 1, maxLength: 4 });
const length = fc.double({ min: -300, max: 300, noNaN: true });
const words = fc.constantFrom("Ủy ban", "e\u0302\u0306", "ភាសាខ្មែរ", "ພາສາລາວ", "a\nb", "", "\u0301", "ꪼꪕ ꪀ");

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(numbers, length, length).map(
    ([n, dx, dy]): Command =>
      (p) =>
        moveFrames(p, pickFrames(p, n), dx, dy),
  ),
  fc.tuple(numbers, length, length).map(
    ([n, size, rotation]): Command =>
      (p) => {
        const placement = { width: Math.abs(size), height: Math.abs(size) / 2, rotation: rotation * 3 };
        return placeFrames(p, new Map([...pickFrames(p, n)].map((id) => [id, placement])));
      },
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        removeFrames(p, pickFrames(p, n)),
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        duplicateFrames(p, pickFrames(p, n), 5, 5).project,
  ),
  fc.tuple(numbers, fc.constantFrom("front", "forward", "backward", "back")).map(
    ([n, step]): Command =>
      (p) =>
        orderFrames(p, pickFrames(p, n), step),
  ),
  fc.tuple(numbers, fc.nat(9)).map(
    ([n, index]): Command =>
      (p) => {
        const [id = ""] = pickFrames(p, n);
        return moveFrameTo(p, id, index);
      },
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        groupFrames(p, pickFrames(p, n), freshId("nhom", frameIds(p))),
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        ungroupFrames(p, pickFrames(p, n)),
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        setFrameProperty(p, pickFrames(p, n), "fill", { color: "s0" }),
  ),
  numbers.map(
    (n): Command =>
      (p) =>
        setFrameProperty(p, pickFrames(p, n), "opacity", undefined),
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) =>
        addPage(p, freshPageId(p), n),
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) =>
        duplicatePage(p, pickPage(p, n)),
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) =>
        removePage(p, pickPage(p, n)),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([n, to]): Command =>
      (p) =>
        movePage(p, pickPage(p, n), to),
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) => {
        const id = freshId("khung", frameIds(p));
        const text = freshId("bai", new Set(Object.keys(p.texts)));
        const frame = { type: "text", id, x: 1, y: 2, width: 30, height: 9, text } as const;
        return addFrame(p, pageRef(pickPage(p, n)), { frame, texts: { [text]: { variants: {} } } });
      },
  ),
  fc.tuple(fc.nat(9), fc.constantFrom("a", "b")).map(
    ([n, name]): Command =>
      (p) => {
        const label = { vi: name, en: name };
        const id = freshMasterId(p, name);
        if (n < 3) return addMaster(p, id, label, p.masters[n]?.id);
        if (n < 6) return duplicateMaster(p, pickMaster(p, n), id, label);
        return n < 8 ? renameMaster(p, pickMaster(p, n), label) : removeMaster(p, pickMaster(p, n));
      },
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([n, to]): Command =>
      (p) =>
        setMasterBase(p, pickMaster(p, n), n === to ? undefined : p.masters[to]?.id),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([n, to]): Command =>
      (p) =>
        applyMaster(p, new Set([pickPage(p, n)]), p.masters[to]?.id),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([n, which]): Command =>
      (p) => {
        const page = p.pages[n % p.pages.length];
        const shown = page ? ownMasterFrames(p, page) : [];
        const frame = shown[which % Math.max(1, shown.length)];
        return overrideFrames(p, page?.id ?? "", shown, new Set(frame ? [frame.id] : []), n > 4 ? 148 : undefined)
          .project;
      },
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) =>
        showMasterFrames(p, pickPage(p, n)),
  ),
  fc.tuple(fc.nat(9), length, fc.nat(3)).map(
    ([n, at, index]): Command =>
      (p) => {
        const holder = n < 5 ? pageRef(pickPage(p, n)) : masterRef(pickMaster(p, n));
        if (n % 3 === 0) return addGuide(p, holder, { axis: "x", at });
        return n % 3 === 1 ? moveGuide(p, holder, index, at) : removeGuide(p, holder, index);
      },
  ),
  fc.tuple(fc.integer({ min: 50, max: 400 }), fc.boolean()).map(
    ([width, scaleFrames]): Command =>
      (p) =>
        setPageSetup(p, { ...p.page, width, columns: { count: 3, gap: 5 } }, { scaleFrames }),
  ),
  fc.tuple(numbers, fc.constantFrom("vi", "km")).map(
    ([n, language]): Command =>
      (p) => {
        const [id = ""] = pickFrames(p, n);
        return setImageAsset(p, id, { id: "a9", file: "assets/a9.png" }, language);
      },
  ),
  fc.constantFrom("lo", "km").map(
    (tag): Command =>
      (p) =>
        addLanguage(p, tag),
  ),
  fc.constantFrom("lo", "km").map(
    (tag): Command =>
      (p) =>
        removeLanguage(p, tag),
  ),
  fc.constantFrom("km", "lo", "vi").map(
    (tag): Command =>
      (p) =>
        setSourceLanguage(p, tag),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom("km", "lo", "vi")).map(
    ([n, tag]): Command =>
      (p) =>
        markUpToDate(p, tag, [pickText(p, n)]),
  ),
  fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3), fc.nat(9), fc.array(words, { maxLength: 3 })).map(
    ([n, block, more, offset, paragraphs]): Command =>
      (p) => {
        const range = { from: { block, offset }, to: { block: block + more, offset: offset + more } };
        return replaceText(p, { text: pickText(p, n), language: "km" }, range, paragraphs).project;
      },
  ),
  fc.tuple(fc.nat(9), words).map(
    ([n, value]): Command =>
      (p) =>
        setVariantText(p, { text: pickText(p, n), language: "lo" }, value),
  ),
  words.map(
    (value): Command =>
      (p) =>
        setSlotText(p, "o0", "vi", value),
  ),
  fc.tuple(fc.nat(9), fc.nat(5), fc.nat(9)).map(
    ([n, from, to]): Command =>
      (p) =>
        formatText(
          p,
          { text: pickText(p, n), language: "km" },
          { from: { block: 0, offset: from }, to: { block: 1, offset: to } },
          { weight: 700, italic: undefined },
        ),
  ),
  fc.nat(9).map(
    (n): Command =>
      (p) =>
        formatTextParagraphs(
          p,
          { text: pickText(p, n), language: "vi" },
          { from: { block: 0, offset: 0 }, to: { block: 2, offset: 0 } },
          { style: "k1", paragraph: { align: "center" } },
        ),
  ),
);

test("whatever commands do, the project stays sound, and all of it can be undone and redone", () => {
  fc.assert(
    fc.property(arbitraryProject, fc.array(command, { minLength: 1, maxLength: 15 }), (project, commands) => {
      const faults = checkReferences(project, "").length;
      let now: Edited = { project, history: EMPTY_HISTORY };
      for (const [at, run] of commands.entries()) {
        now = edit(now, "test.command", run, { at });
        expect(Project.safeParse(now.project).error?.issues ?? []).toEqual([]);
        expect(checkReferences(now.project, "").slice(faults)).toEqual([]);
      }
      const end = now.project;
      for (let back = undo(now); back; back = undo(now)) now = back;
      expect(now.project).toEqual(project);
      for (let again = redo(now); again; again = redo(now)) now = again;
      expect(now.project).toEqual(end);
    }),
    { numRuns: 200 },
  );
}, 120_000);
