import "./threads.css";
import { ArrowDownToLine, ChevronsDownUp, Link2, Link2Off, Play, Plus } from "lucide-react";
import { memo, useDeferredValue, useMemo } from "react";
import { Button, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { threadOf } from "../../../core/document/commands/thread-frames.ts";
import type { TextFrame } from "../../../core/document/schema/frames.ts";
import type { WrittenText } from "../../../core/layout/display-list.ts";
import type { Point } from "../../../core/units/geometry.ts";
import { type MenuEntry, MenuList } from "../../ui/Menu.tsx";
import { projectOf, useEditor, useEditorState } from "../editor.ts";
import { type StageFrame, stageBounds } from "../stage-frames.ts";
import { isInView, type StagePage, type StageView } from "../stage-pages.ts";
import { writtenFrames } from "../writing/caret-map.ts";
import { headOf, nextMinimum, setFit, unlink } from "./fit-actions.ts";
import { leftOverOf, portPlaces } from "./port-places.ts";

export interface TextPortsProps {
  readonly pages: readonly StagePage[];
  readonly frames: readonly StageFrame[];
  readonly view: StageView;
}

/** Red where text does not fit; for selected text frames also where their text comes from and goes on to. */
export function TextPorts({ pages, frames, view }: TextPortsProps) {
  // Marks follow typing when there is time, and cost it nothing.
  return <CalmPorts pages={useDeferredValue(pages)} frames={useDeferredValue(frames)} view={view} />;
}

const CalmPorts = memo(function CalmPorts({ pages, frames, view }: TextPortsProps) {
  const size = useEditorState((state) => state.size);
  const selection = useEditorState((state) => state.selection);
  const written = useMemo(() => writtenFrames(pages), [pages]);
  const shown = frames.flatMap((one) =>
    one.frame.type === "text" && isInView(view, size, stageBounds(one)) ? [{ ...one, frame: one.frame }] : [],
  );
  return (
    <div className="text-ports">
      <ThreadArrows frames={frames} view={view} />
      {shown.map(({ frame, placement }) => {
        const text = written.get(frame.id);
        const { way, corner } = portPlaces(placement, view);
        return (
          <FramePorts
            key={frame.id}
            frame={frame}
            text={text}
            way={way}
            corner={corner}
            isSelected={selection.has(frame.id)}
          />
        );
      })}
    </div>
  );
});

interface FramePortsProps {
  readonly frame: TextFrame;
  readonly text: WrittenText | undefined;
  readonly way: { readonly in: Point; readonly out: Point };
  readonly corner: Point;
  readonly isSelected: boolean;
}

function FramePorts({ frame, text, way, corner, isSelected }: FramePortsProps) {
  const { t } = useTranslation();
  const left = text && leftOverOf(text);
  const percent = text?.scale === undefined ? undefined : Math.round(text.scale * 100);
  const words = left && t("write.leftOver", { lines: left.lines, count: left.characters });
  return (
    <>
      {isSelected && percent !== undefined && (
        <span className="fit-scale" style={{ left: corner.x, top: corner.y }}>
          {t("write.scaled", { percent })}
        </span>
      )}
      {isSelected && frame.text === undefined && (
        <span className="text-port" style={{ left: way.in.x, top: way.in.y }} aria-hidden="true">
          <Play size={9} fill="currentColor" />
        </span>
      )}
      {(left || isSelected) && (
        <MenuTrigger>
          <Button
            className={left ? "text-port overset" : "text-port"}
            style={{ left: way.out.x, top: way.out.y }}
            aria-label={words ?? t("write.outPort")}
          >
            {left ? (
              <Plus aria-hidden size={13} strokeWidth={3} />
            ) : (
              frame.next !== undefined && <Play aria-hidden size={9} fill="currentColor" />
            )}
          </Button>
          <Popover className="popover" offset={4}>
            {words !== undefined && <p className="port-words">{words}</p>}
            <PortMenu frame={frame} isOverset={left !== undefined} label={words ?? t("write.outPort")} />
          </Popover>
        </MenuTrigger>
      )}
    </>
  );
}

interface PortMenuProps {
  readonly frame: TextFrame;
  readonly isOverset: boolean;
  readonly label: string;
}

function PortMenu({ frame, isOverset, label }: PortMenuProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const head = headOf(editor, frame.id) ?? frame;
  const minimum = nextMinimum(head);
  const isAlone = head.id === frame.id && frame.next === undefined;
  const entries: readonly MenuEntry[] = [
    ...(isOverset && minimum !== undefined
      ? [
          {
            id: "shrink",
            text: t("write.shrink", { percent: Math.round(minimum * 100) }),
            icon: ChevronsDownUp,
            run: () => setFit(editor, head.id, { mode: "shrink", minimum }),
          },
        ]
      : []),
    ...(isOverset && isAlone && frame.fit?.mode !== "grow"
      ? [
          {
            id: "grow",
            text: t("write.grow"),
            icon: ArrowDownToLine,
            run: () => setFit(editor, frame.id, { mode: "grow" }),
          },
        ]
      : []),
    {
      id: "link",
      text: t("write.link"),
      icon: Link2,
      run: () => editor.store.setState({ linking: frame.id, writing: undefined, caret: undefined }),
    },
    ...(frame.next === undefined
      ? []
      : [{ id: "unlink", text: t("write.unlink"), icon: Link2Off, run: () => unlink(editor, frame.id) }]),
  ];
  return <MenuList label={label} entries={entries} />;
}

/** From frame to frame of the threads selected frames are in. */
function ThreadArrows({ frames, view }: { readonly frames: readonly StageFrame[]; readonly view: StageView }) {
  const editor = useEditor();
  const selection = useEditorState((state) => state.selection);
  const chosen = frames.filter(({ frame }) => frame.type === "text" && selection.has(frame.id));
  if (chosen.length === 0) return null;
  const project = projectOf(editor);
  const places = new Map(frames.map((one) => [one.frame.id, one]));
  const links = new Map<string, { readonly from: Point; readonly to: Point }>();
  for (const { frame } of chosen) {
    const thread = threadOf(project, frame.id);
    for (const [index, { id }] of thread.slice(0, -1).entries()) {
      const from = places.get(id);
      const to = places.get(thread[index + 1]?.id ?? "");
      if (!from || !to) continue;
      links.set(id, { from: portPlaces(from.placement, view).way.out, to: portPlaces(to.placement, view).way.in });
    }
  }
  return (
    <svg className="thread-arrows" aria-hidden="true">
      <defs>
        <marker id="thread-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" className="thread-head" />
        </marker>
      </defs>
      {[...links].map(([id, { from, to }]) => (
        <line
          key={id}
          className="thread-arrow"
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          markerEnd="url(#thread-arrow)"
        />
      ))}
    </svg>
  );
}
