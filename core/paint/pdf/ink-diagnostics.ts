/** Colours a press has trouble with: too much ink in one place, and small dark text that needs several plates in register. */

import type { Color } from "../../color/color.ts";
import type { Diagnostic, DiagnosticTarget } from "../../diagnostics/diagnostic.ts";
import { warning } from "../../diagnostics/make-diagnostic.ts";
import type { DisplayItem, Paint, PlacedPage } from "../../layout/display-list.ts";

/** Sum of the four inks beyond which sheets dry badly, 3 is 300 %. */
const MOST_INK = 3;
/** Text of this size and more survives plates that are slightly out of register. */
const SMALL_TEXT = 14;
/** An ink this weak leaves no visible edge. */
const VISIBLE_INK = 0.1;
/** Black that makes text look black rather than coloured. */
const DARK = 0.6;

/** Findings on one page, every colour reported once. */
export function inkDiagnostics(page: PlacedPage): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const visit = (items: readonly DisplayItem[], frame: string | undefined): void => {
    const target: DiagnosticTarget = { page: page.index + 1, ...(frame === undefined ? {} : { frame }) };
    for (const item of items) {
      switch (item.kind) {
        case "glyphs": {
          const text = item.spans.map(({ span }) => span.text).join("");
          if (text.trim() === "") break;
          const where = { ...target, text };
          checkInk(found, item.fill, where);
          if (item.size < SMALL_TEXT && isRichBlack(item.fill)) {
            remember(found, `text ${inkName(item.fill)}`, () => richBlackText(where, item.fill, item.size));
          }
          break;
        }
        case "path":
          if (item.fill) for (const color of colorsOf(item.fill)) checkInk(found, color, target);
          if (item.stroke) for (const color of colorsOf(item.stroke.paint)) checkInk(found, color, target);
          break;
        case "mask":
          checkInk(found, item.color, target);
          break;
        case "group":
          visit(item.items, item.frame ?? frame);
          break;
        default:
      }
    }
  };
  visit(page.items, undefined);
  return [...found.values()];
}

const colorsOf = (paint: Paint): readonly Color[] =>
  paint.kind === "solid" ? [paint.color] : paint.stops.map(({ color }) => color);

const totalInk = ({ cmyk }: Color): number => cmyk.reduce((sum, ink) => sum + ink, 0);

/** Dark with more than black ink in it. */
export function isRichBlack({ cmyk: [c, m, y, k] }: Color): boolean {
  return k >= DARK && [c, m, y].some((ink) => ink >= VISIBLE_INK);
}

function checkInk(found: Map<string, Diagnostic>, color: Color, target: DiagnosticTarget): void {
  // Sums of decimal percentages miss the limit by rounding.
  if (totalInk(color) * color.alpha <= MOST_INK + 1e-6) return;
  remember(found, `total ${inkName(color)}`, () => tooMuchInk(target, color));
}

function remember(found: Map<string, Diagnostic>, key: string, make: () => Diagnostic): void {
  if (!found.has(key)) found.set(key, make());
}

const inkName = ({ cmyk }: Color): string =>
  cmyk.map((ink, at) => `${"CMYK".charAt(at)} ${Math.round(ink * 100)}`).join(" ");

const tooMuchInk = (target: DiagnosticTarget, color: Color): Diagnostic =>
  warning(
    "ink.too-much",
    target,
    {
      vi: `Màu ${inkName(color)} phủ tổng cộng ${Math.round(totalInk(color) * 100)}% mực, quá mức 300%: dễ lem và lâu khô.`,
      en: `The colour ${inkName(color)} lays down ${Math.round(totalInk(color) * 100)} % of ink, more than 300 %: it smears and dries slowly.`,
    },
    {
      vi: "Giảm C, M, Y và giữ K, ví dụ C 60 M 50 Y 50 K 100.",
      en: "Take away C, M and Y and keep K, such as C 60 M 50 Y 50 K 100.",
    },
  );

const richBlackText = (target: DiagnosticTarget, color: Color, size: number): Diagnostic =>
  warning(
    "ink.rich-black-text",
    target,
    {
      vi: `Chữ nhỏ (${Math.round(size * 10) / 10} pt) in bằng nhiều mực (${inkName(color)}): lệch bản in sẽ nhòe nét.`,
      en: `Small text (${Math.round(size * 10) / 10} pt) is printed in several inks (${inkName(color)}): plates out of register will blur it.`,
    },
    { vi: "Dùng đen thuần K 100 cho chữ nhỏ.", en: "Use plain black, K 100, for small text." },
  );
