import { useTranslation } from "react-i18next";
import { linkTargets, threadOf } from "../../../core/document/commands/thread-frames.ts";
import type { TextFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { framesOf } from "../../../core/document/walk-frames.ts";
import { Select } from "../../ui/Select.tsx";
import { useEditor } from "../editor.ts";
import { ownName } from "../frame-names.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { link, setFit, unlink } from "./fit-actions.ts";

const STANDARD_MINIMUM = 0.75;

/** What happens to text that does not fit its frame, and which frame it goes on into. */
export function FlowFields({ frame, project }: { readonly frame: TextFrame; readonly project: Project }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const thread = threadOf(project, frame.id);
  const head = thread[0] ?? frame;
  const fit = head.fit ?? { mode: "none" as const };
  const canGrow = thread.length === 1;
  const targets = new Set(linkTargets(project, frame.id));
  const others = [...framesOf(project)].flatMap(({ frame: one }) =>
    one.type === "text" && (one.id === frame.next || targets.has(one)) ? [one] : [],
  );
  return (
    <>
      <Select
        label={t("write.fit")}
        value={fit.mode}
        onChange={(mode) =>
          setFit(
            editor,
            head.id,
            mode === "shrink" ? { mode, minimum: STANDARD_MINIMUM } : mode === "grow" ? { mode } : undefined,
          )
        }
        options={[
          { value: "none" as const, text: t("write.fitNone") },
          { value: "shrink" as const, text: t("write.fitShrink") },
          ...(canGrow || fit.mode === "grow" ? [{ value: "grow" as const, text: t("write.fitGrow") }] : []),
        ]}
      />
      {fit.mode === "shrink" && (
        <div className="measures">
          <MeasureField
            label={t("write.minimum")}
            unit={t("editor.properties.percent")}
            least={10}
            most={100}
            step={5}
            digits={0}
            value={Math.round(fit.minimum * 100)}
            onChange={(percent) => setFit(editor, head.id, { mode: "shrink", minimum: percent / 100 })}
          />
        </div>
      )}
      {(others.length > 0 || frame.next !== undefined) && (
        <Select
          label={t("write.next")}
          value={frame.next ?? ""}
          onChange={(next) => (next === "" ? unlink(editor, frame.id) : link(editor, frame.id, next))}
          options={[
            { value: "", text: t("write.nextNone") },
            ...others.map((one) => ({ value: one.id, text: ownName(project, one, editor.language) ?? one.id })),
          ]}
        />
      )}
    </>
  );
}
