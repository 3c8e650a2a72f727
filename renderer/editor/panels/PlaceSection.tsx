import { useTranslation } from "react-i18next";
import { placeFrames } from "../../../core/document/commands/place-frames.ts";
import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import type { FramePlacement } from "../../../core/document/frame-geometry.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { useEditor } from "../editor.ts";
import { MeasureField } from "./MeasureField.tsx";
import { sharedValue } from "./shared-value.ts";
import { useDraggedFigures } from "./use-dragged-figures.ts";

/** Where the selected frames stand, how large they are, how far turned, how dense; it follows them while they are dragged. */
export function PlaceSection({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const isLocked = frames.some((frame) => frame.locked === true);
  const ids = frames.map(({ id }) => id);
  const draggedInput = useDraggedFigures(ids);
  const place = (key: keyof FramePlacement) => (value: number) => {
    const placements = new Map(ids.map((id) => [id, { [key]: value }]));
    session.edit("frame.place", (project) => placeFrames(project, placements), `place:${key}:${ids.join(" ")}`);
  };
  const mm = t("editor.properties.mm");
  return (
    <section className="panel-section" aria-label={t("editor.properties.place")}>
      <div className="measures">
        <MeasureField
          label={t("editor.properties.x")}
          unit={mm}
          value={sharedValue(frames, (frame) => frame.x)}
          onChange={place("x")}
          inputRef={draggedInput("x")}
          isDisabled={isLocked}
        />
        <MeasureField
          label={t("editor.properties.y")}
          unit={mm}
          value={sharedValue(frames, (frame) => frame.y)}
          onChange={place("y")}
          inputRef={draggedInput("y")}
          isDisabled={isLocked}
        />
        <MeasureField
          label={t("editor.properties.width")}
          unit={mm}
          least={0}
          value={sharedValue(frames, (frame) => frame.width)}
          onChange={place("width")}
          inputRef={draggedInput("width")}
          isDisabled={isLocked}
        />
        <MeasureField
          label={t("editor.properties.height")}
          unit={mm}
          least={0}
          value={sharedValue(frames, (frame) => frame.height)}
          onChange={place("height")}
          inputRef={draggedInput("height")}
          isDisabled={isLocked}
        />
        <MeasureField
          label={t("editor.properties.rotation")}
          unit={t("editor.properties.degrees")}
          least={-360}
          most={360}
          value={sharedValue(frames, (frame) => frame.rotation ?? 0)}
          onChange={place("rotation")}
          inputRef={draggedInput("rotation")}
          isDisabled={isLocked}
        />
        <MeasureField
          label={t("editor.properties.opacity")}
          unit={t("editor.properties.percent")}
          least={0}
          most={100}
          step={5}
          digits={0}
          value={sharedValue(frames, (frame) => Math.round((frame.opacity ?? 1) * 100))}
          onChange={(percent) =>
            session.edit(
              "frame.opacity",
              (project) =>
                setFrameProperty(project, new Set(ids), "opacity", percent === 100 ? undefined : percent / 100),
              `opacity:${ids.join(" ")}`,
            )
          }
        />
      </div>
      {isLocked && <p className="panel-hint">{t("editor.properties.lockedHint")}</p>}
    </section>
  );
}
