import { useTranslation } from "react-i18next";
import { editFrames } from "../../../core/document/commands/edit-frames.ts";
import { hasProperty, setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import type { Fill, StrokeStyle } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { CornersField, type Radius } from "../colors/CornersField.tsx";
import { FillField } from "../colors/FillField.tsx";
import { ShadowField } from "../colors/ShadowField.tsx";
import { StrokeField } from "../colors/StrokeField.tsx";
import { useEditor } from "../editor.ts";
import { shadeSelected } from "../keys.ts";
import { sameValue } from "./shared-value.ts";

const fillOf = (frame: Frame): Fill | undefined => ("fill" in frame ? frame.fill : undefined);
const strokeOf = (frame: Frame): StrokeStyle | undefined => ("stroke" in frame ? frame.stroke : undefined);

/** Frames whose corners can be round, and how round they are. */
const hasCorners = (frame: Frame): boolean =>
  hasProperty(frame.type, "radius") || (frame.type === "shape" && frame.outline.kind === "rectangle");
function radiusOf(frame: Frame): Radius {
  if (frame.type === "shape") return frame.outline.kind === "rectangle" ? (frame.outline.radius ?? 0) : 0;
  return "radius" in frame ? (frame.radius ?? 0) : 0;
}
function withRadius(frame: Frame, radius: Radius): Frame {
  const isSharp = typeof radius === "number" ? radius === 0 : radius.every((one) => one === 0);
  if (frame.type === "shape") {
    if (frame.outline.kind !== "rectangle") return frame;
    return { ...frame, outline: { kind: "rectangle", ...(!isSharp && { radius }) } };
  }
  if (frame.type !== "text" && frame.type !== "image" && frame.type !== "chart") return frame;
  const { radius: _old, ...rest } = frame;
  return isSharp ? rest : { ...rest, radius };
}

/** Ground, edge, corners and shadow of the frames that have them. */
export function LookSection({ frames, project }: { readonly frames: readonly Frame[]; readonly project: Project }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session } = editor;
  const filled = frames.filter(({ type }) => hasProperty(type, "fill"));
  const stroked = frames.filter(({ type }) => hasProperty(type, "stroke"));
  const rounded = frames.filter(hasCorners);
  const onlyLines = stroked.every(({ type }) => type === "line");
  const key = frames.map(({ id }) => id).join(" ");

  const setStrokes = (change: (stroke: StrokeStyle | undefined) => StrokeStyle | undefined): void =>
    session.edit(
      "frame.stroke",
      (one) =>
        stroked.reduce(
          (edited, frame) => setFrameProperty(edited, new Set([frame.id]), "stroke", change(strokeOf(frame))),
          one,
        ),
      `stroke:${key}`,
    );
  return (
    <>
      {filled.length > 0 && (
        <section className="panel-section" aria-label={t("editor.properties.fill")}>
          <h3 className="section-title">{t("editor.properties.fill")}</h3>
          <FillField
            label={t("editor.properties.fill")}
            project={project}
            value={sameValue(filled, (frame) => fillOf(frame) ?? null)}
            onChange={(fill) =>
              session.edit("frame.fill", (one) => setFrameProperty(one, idsOf(filled), "fill", fill), `fill:${key}`)
            }
            onPage={() => shadeSelected(editor)}
          />
        </section>
      )}
      {stroked.length > 0 && (
        <section className="panel-section" aria-label={t("editor.properties.strokeWidth")}>
          <h3 className="section-title">{onlyLines ? t("frames.stroke.line") : t("editor.properties.strokeWidth")}</h3>
          <StrokeField
            label={t("editor.properties.strokeColor")}
            project={project}
            canBeNone={!onlyLines}
            value={sameValue(stroked, (frame) => strokeOf(frame) ?? null)}
            onChange={setStrokes}
          />
          {rounded.length > 0 && (
            <CornersField
              key={key}
              value={sameValue(rounded, radiusOf)}
              onChange={(radius) =>
                session.edit(
                  "frame.corners",
                  (one) => editFrames(one, idsOf(rounded), (frame) => withRadius(frame, radius)),
                  `corners:${key}`,
                )
              }
            />
          )}
        </section>
      )}
      <section className="panel-section" aria-label={t("frames.shadow.title")}>
        <ShadowField
          project={project}
          value={sameValue(frames, (frame) => frame.shadow ?? null)}
          onChange={(shadow) =>
            session.edit(
              "frame.shadow",
              (one) => setFrameProperty(one, idsOf(frames), "shadow", shadow),
              `shadow:${key}`,
            )
          }
        />
      </section>
    </>
  );
}

const idsOf = (frames: readonly Frame[]): ReadonlySet<string> => new Set(frames.map(({ id }) => id));
