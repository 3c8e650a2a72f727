import { Eye, EyeOff, Lock, LockOpen } from "lucide-react";
import { memo } from "react";
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Frame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { isShown } from "../../../core/layout/shown-frames.ts";
import { useCalmSessionState } from "../../session/use-session.ts";
import { setHidden, setLocked } from "../actions.ts";
import { type Editor, enterGroup, select, useCalmEditorState, useEditor } from "../editor.ts";
import { ownName } from "../frame-names.ts";
import { bringIntoView } from "../navigate.ts";
import { stageBounds } from "../stage-frames.ts";
import { workedProject } from "../worked-pages.ts";

const ROW_HEIGHT = 28;

interface LayerRow {
  readonly id: string;
  readonly frame: Frame;
  readonly depth: number;
  /** The group it is in. */
  readonly group: string | undefined;
}

/** Topmost first, as they cover each other; what is in a group below the group. */
function layerRows(frames: readonly Frame[], depth = 0, group?: string): readonly LayerRow[] {
  return frames.toReversed().flatMap((frame) => {
    const row = { id: frame.id, frame, depth, group };
    return frame.type === "group" ? [row, ...layerRows(frame.frames, depth + 1, frame.id)] : [row];
  });
}

/** The frames of the page being worked on: to select, lock and hide, also those the pointer cannot reach. */
export const LayersPanel = memo(function LayersPanel() {
  const project = useCalmSessionState((state) => state.project);
  const page = useCalmEditorState((state) => state.page);
  const selection = useCalmEditorState((state) => state.selection);
  const holders = useCalmEditorState((state) => state.holders);
  const frames = workedProject(project, holders).pages.find((one) => one.id === page)?.frames;
  const editor = useEditor();
  if (!frames) return null;
  return (
    <LayerList editor={editor} project={project} frames={frames} selection={selection} language={editor.language} />
  );
});

interface LayerListProps {
  readonly editor: Editor;
  readonly project: Project;
  readonly frames: readonly Frame[];
  readonly selection: ReadonlySet<string>;
  readonly language: string;
}

const LayerList = memo(function LayerList({ editor, project, frames, selection, language }: LayerListProps) {
  const { t } = useTranslation();
  const rows = layerRows(frames);
  const choose = (keys: ReadonlySet<string>): void => {
    const picked = rows.filter((row) => keys.has(row.id));
    // Frames of different groups cannot be worked on together; the one chosen last says where.
    const fresh = picked.find((row) => !selection.has(row.id)) ?? picked[0];
    const together = picked.filter((row) => row.group === fresh?.group);
    enterGroup(editor, fresh?.group);
    select(
      editor,
      together.map((row) => row.id),
    );
    const shown = editor.onStage.frames.find((one) => one.frame.id === fresh?.id);
    if (shown) bringIntoView(editor, stageBounds(shown));
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <GridList
        className="layers"
        aria-label={t("editor.layers.list")}
        items={rows}
        dependencies={[project, language, t]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selection}
        onSelectionChange={(keys) =>
          choose(new Set(keys === "all" ? rows.map((row) => row.id) : [...keys].map(String)))
        }
        renderEmptyState={() => <p className="panel-hint">{t("editor.layers.empty")}</p>}
      >
        {({ id, frame, depth }) => {
          const name = ownName(project, frame, language) ?? t(`editor.kind.${frame.type}`);
          const isHidden = frame.hidden === true;
          const isLocked = frame.locked === true;
          const faint = isHidden || !isShown(frame, language);
          const ids = new Set([id]);
          return (
            <GridListItem id={id} textValue={name} className={faint ? "layer faint" : "layer"}>
              <span className="layer-name" style={{ paddingInlineStart: depth * 14 }}>
                {name}
              </span>
              <Button
                className="layer-toggle"
                aria-label={isLocked ? t("editor.action.unlock") : t("editor.action.lock")}
                onPress={() => setLocked(editor, ids, !isLocked)}
                data-on={isLocked || undefined}
              >
                {isLocked ? <Lock aria-hidden size={14} /> : <LockOpen aria-hidden size={14} />}
              </Button>
              <Button
                className="layer-toggle"
                aria-label={isHidden ? t("editor.action.show") : t("editor.action.hide")}
                onPress={() => setHidden(editor, ids, !isHidden)}
                data-on={isHidden || undefined}
              >
                {isHidden ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
              </Button>
            </GridListItem>
          );
        }}
      </GridList>
    </Virtualizer>
  );
});
