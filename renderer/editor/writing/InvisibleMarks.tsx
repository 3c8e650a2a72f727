import { memo, useDeferredValue } from "react";
import type { StageView } from "../stage-pages.ts";
import type { CaretLine, CaretMap } from "./caret-map.ts";
import { svgTransform } from "./WritingMarks.tsx";

/** What stands for signs nobody sees. */
const SHOWN: Readonly<Record<string, string>> = {
  " ": "·",
  "\u00A0": "°",
  "\u202F": "°",
  "\u2009": "·",
  "\u2002": "·",
  "\u2003": "·",
  "\t": "→",
  "\n": "↵",
  "\u200B": "|",
  "\u2060": "¦",
  "\u00AD": "-",
};
const END_OF_PARAGRAPH = "¶";
/** Of the line's height. */
const SIZE = 0.5;

/** Spaces, breaks and ends of paragraphs of the text being written. */
export function InvisibleMarks({ map, view }: { readonly map: CaretMap; readonly view: StageView }) {
  // Writing goes first; the marks follow.
  return <Marks map={useDeferredValue(map)} view={view} />;
}

const Marks = memo(function Marks({ map, view }: { readonly map: CaretMap; readonly view: StageView }) {
  return (
    <svg className="writing-marks" aria-hidden="true">
      {map.lines.map((line, index) => (
        <g key={`${line.frame} ${line.block} ${line.first}`} transform={svgTransform(line, view)}>
          {marksOf(map, line, map.lines[index + 1]?.block !== line.block).map(({ x, sign }) => (
            <text
              key={`${x} ${sign}`}
              className="invisible-mark"
              x={x}
              y={line.top + line.source.ascent}
              fontSize={line.height * SIZE}
            >
              {sign}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
});

function marksOf(
  map: CaretMap,
  line: CaretLine,
  isLast: boolean,
): readonly { readonly x: number; readonly sign: string }[] {
  const marks: { readonly x: number; readonly sign: string }[] = [];
  const { text } = line.source;
  const xAt = (offset: number): number => map.xOf(line, { block: line.block, offset: line.first + offset });
  for (let at = 0; at < text.length; at += 1) {
    const sign = SHOWN[text.charAt(at)];
    if (sign !== undefined) marks.push({ x: xAt(at), sign });
  }
  if (isLast) marks.push({ x: xAt(text.length), sign: END_OF_PARAGRAPH });
  return marks;
}
