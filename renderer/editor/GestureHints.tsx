import { useTranslation } from "react-i18next";
import { formatNumber } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useEditorState } from "./editor.ts";
import { sharp } from "./PageLines.tsx";
import type { SmartGuide } from "./snapping.ts";
import type { GapMark } from "./spacing.ts";
import { type StageView, toView } from "./stage-pages.ts";

/** What things rest on, equal distances and figures. By themselves, since they change at every movement of the pointer. */
export function GestureHints({ view }: { readonly view: StageView }) {
  const guides = useEditorState((state) => state.guides);
  const marks = useEditorState((state) => state.marks);
  return (
    <>
      {guides.map((guide) => (
        <SmartGuideLine key={`${guide.axis} ${guide.at}`} guide={guide} view={view} />
      ))}
      {marks.map((mark) => (
        <Mark key={`${mark.axis} ${mark.from} ${mark.at}`} mark={mark} view={view} />
      ))}
      <Figures view={view} />
    </>
  );
}

function SmartGuideLine({ guide, view }: { readonly guide: SmartGuide; readonly view: StageView }) {
  const { axis, at, from, to } = guide;
  const one = toView(view, axis === "x" ? { x: at, y: from } : { x: from, y: at });
  const other = toView(view, axis === "x" ? { x: at, y: to } : { x: to, y: at });
  const across = axis === "x" ? { x1: sharp(one.x), x2: sharp(one.x) } : { x1: one.x, x2: other.x };
  const down = axis === "x" ? { y1: one.y, y2: other.y } : { y1: sharp(one.y), y2: sharp(one.y) };
  return <line className="smart-guide" {...across} {...down} />;
}

/** CSS pixels. */
const TICK = 4;
/** About as wide as a figure is, letters of 11 px. */
const LETTER = 6.4;
const TAG_HEIGHT = 18;
const TAG_PADDING = 6;

function Mark({ mark, view }: { readonly mark: GapMark; readonly view: StageView }) {
  const language = useInterfaceLanguage();
  const { axis, from, to, at } = mark;
  const along = axis === "x";
  const start = toView(view, along ? { x: from, y: at } : { x: at, y: from });
  const end = toView(view, along ? { x: to, y: at } : { x: at, y: to });
  const x1 = sharp(start.x);
  const y1 = sharp(start.y);
  const x2 = sharp(end.x);
  const y2 = sharp(end.y);
  const ticks = along
    ? `M${x1} ${y1 - TICK}v${2 * TICK}M${x2} ${y1 - TICK}v${2 * TICK}`
    : `M${x1 - TICK} ${y1}h${2 * TICK}M${x1 - TICK} ${y2}h${2 * TICK}`;
  return (
    <g>
      <path className="gap-mark" d={`M${x1} ${y1}L${x2} ${y2}${ticks}`} />
      <Tag x={(x1 + x2) / 2} y={(y1 + y2) / 2} text={formatNumber(round(to - from), language)} isCentred />
    </g>
  );
}

function Figures({ view }: { readonly view: StageView }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const tag = useEditorState((state) => state.tag);
  if (!tag) return null;
  const { x, y } = toView(view, tag.at);
  const [first = 0, second = 0] = tag.figures.map((figure) => formatNumber(round(figure), language));
  const mm = t("editor.properties.mm");
  const text =
    tag.kind === "turn"
      ? `${first}°`
      : tag.kind === "size"
        ? `${first} × ${second} ${mm}`
        : `${first} ; ${second} ${mm}`;
  return <Tag x={x + 10} y={y + 18} text={text} />;
}

const round = (figure: number): number => Math.round(figure * 100) / 100;

interface TagProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isCentred?: boolean;
}

function Tag({ x, y, text, isCentred = false }: TagProps) {
  const width = text.length * LETTER + 2 * TAG_PADDING;
  const left = isCentred ? x - width / 2 : x;
  return (
    <g className={isCentred ? "figure-tag even" : "figure-tag"}>
      <rect x={left} y={y - TAG_HEIGHT / 2} width={width} height={TAG_HEIGHT} rx={4} />
      <text x={left + width / 2} y={y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
