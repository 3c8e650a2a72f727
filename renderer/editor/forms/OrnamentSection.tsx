import "./forms.css";
import { Minus, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { editFrameOf } from "../../../core/document/commands/edit-frames.ts";
import type { OrnamentFrame } from "../../../core/document/schema/frames.ts";
import type { ColorRef } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { findMotif } from "../../../core/layout/ornaments/catalogue.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { ColorField } from "../colors/ColorField.tsx";
import { resolveColor } from "../colors/color-values.ts";
import { useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { FrameNotes } from "./FrameNotes.tsx";
import { MotifGallery } from "./MotifGallery.tsx";
import { MotifPicture } from "./MotifPicture.tsx";

const ARRANGEMENTS = ["single", "band", "border", "tile"] as const;
const MOST_COLORS = 8;

/** Which motif an ornament shows, how it is arranged and in which colours. */
export function OrnamentSection({ frame, project }: { readonly frame: OrnamentFrame; readonly project: Project }) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const { session } = editor;
  const [isChoosing, setChoosing] = useState(() => editor.justMade === frame.id);
  useEffect(() => {
    if (editor.justMade === frame.id) editor.justMade = undefined;
  }, [editor, frame.id]);
  const motif = findMotif(frame.motif);
  const colors = frame.colors.map((color) => resolveColor(color, project.swatches));
  const set = (key: string, change: (old: OrnamentFrame) => OrnamentFrame): void =>
    session.edit(
      "ornament.change",
      (one) => editFrameOf(one, frame.id, "ornament", change),
      `ornament:${key}:${frame.id}`,
    );
  const setColors = (next: ColorRef[]): void => set("colors", (old) => ({ ...old, colors: next }));
  const used = motif?.suggested.colors.length ?? 1;
  return (
    <section className="panel-section" aria-label={t("editor.kind.ornament")}>
      <AriaButton className="motif-button" onPress={() => setChoosing(true)}>
        {motif && <MotifPicture motif={motif} arrangement="band" colors={colors} width={230} height={32} />}
        <span className="motif-name">{motif ? pick(motif.names) : frame.motif}</span>
        <span className="motif-hint">{t("frames.ornament.choose")}</span>
      </AriaButton>
      {isChoosing && (
        <MotifGallery
          frame={frame}
          colors={colors}
          onChoose={(id) => set("motif", (old) => ({ ...old, motif: id }))}
          onClose={() => setChoosing(false)}
        />
      )}
      <FrameNotes frame={frame} />
      <Segments
        label={t("frames.ornament.arrangement")}
        value={frame.arrangement}
        onChange={(arrangement) => set("arrangement", (old) => ({ ...old, arrangement }))}
        segments={ARRANGEMENTS.map((value) => ({ value, text: t(`frames.ornament.arrangements.${value}`) }))}
      />
      {frame.arrangement !== "single" && (
        <MeasureField
          label={t("frames.ornament.size")}
          unit={t("editor.properties.mm")}
          least={1}
          most={500}
          step={0.5}
          value={frame.size ?? ownSize(frame)}
          onChange={(size) => set("size", (old) => ({ ...old, size }))}
        />
      )}
      {frame.colors.map((color, index) => (
        <ColorField
          // biome-ignore lint/suspicious/noArrayIndexKey: colours are taken in turn
          key={index}
          label={t("frames.ornament.color", { number: index + 1 })}
          swatches={project.swatches}
          value={color}
          onChange={(next) => next !== null && setColors(frame.colors.with(index, next))}
        />
      ))}
      <div className="form-buttons">
        <IconButton
          icon={Plus}
          size="small"
          label={t("frames.ornament.addColor")}
          isDisabled={frame.colors.length >= Math.min(MOST_COLORS, used)}
          onPress={() => setColors([...frame.colors, frame.colors.at(-1) ?? { rgb: "#000000" }])}
        />
        <IconButton
          icon={Minus}
          size="small"
          label={t("frames.ornament.removeColor")}
          isDisabled={frame.colors.length <= 1}
          onPress={() => setColors(frame.colors.slice(0, -1))}
        />
        <span className="panel-hint">{t("frames.ornament.uses", { count: used })}</span>
      </div>
      <ColorField
        label={t("frames.ornament.background")}
        swatches={project.swatches}
        canBeNone
        value={frame.background ?? null}
        onChange={(color) =>
          set("background", ({ background: _old, ...old }) => (color === null ? old : { ...old, background: color }))
        }
      />
    </section>
  );
}

/** What layout takes where a frame names no size. */
function ownSize({ arrangement, width, height }: OrnamentFrame): number {
  const shorter = Math.min(width, height);
  const share = arrangement === "border" ? 8 : arrangement === "tile" ? 4 : 1;
  return Math.round((shorter / share) * 100) / 100;
}
