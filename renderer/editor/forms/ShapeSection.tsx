import { Circle, Hexagon, Square, Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import type { Outline, ShapeFrame } from "../../../core/document/schema/frames.ts";
import { Segments } from "../../ui/Segments.tsx";
import { useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";

type Kind = "rectangle" | "ellipse" | "polygon" | "star";

const NEW_STAR = { sides: 5, inner: 0.45 };
const NEW_POLYGON = { sides: 6 };

const kindOf = (outline: Outline): Kind | undefined => {
  if (outline.kind === "path") return undefined;
  return outline.kind === "polygon" && outline.inner !== undefined ? "star" : outline.kind;
};

function outlineOfKind(kind: Kind, old: Outline): Outline {
  if (kind === "rectangle" || kind === "ellipse") return { kind };
  const sides = old.kind === "polygon" ? old.sides : undefined;
  if (kind === "polygon") return { kind, sides: sides ?? NEW_POLYGON.sides };
  return { kind: "polygon", sides: sides ?? NEW_STAR.sides, inner: NEW_STAR.inner };
}

/** What shape a shape has. One drawn by a path keeps its own. */
export function ShapeSection({ frame }: { readonly frame: ShapeFrame }) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const { outline } = frame;
  const kind = kindOf(outline);
  const set = (next: Outline): void =>
    session.edit(
      "shape.outline",
      (one) => setFrameProperty(one, new Set([frame.id]), "outline", next),
      `outline:${frame.id}`,
    );
  if (!kind) return null;
  return (
    <section className="panel-section" aria-label={t("editor.kind.shape")}>
      <Segments<Kind>
        label={t("frames.shape.kind")}
        value={kind}
        onChange={(next) => set(outlineOfKind(next, outline))}
        segments={[
          { value: "rectangle", text: t("editor.tool.rectangle"), icon: Square },
          { value: "ellipse", text: t("editor.tool.ellipse"), icon: Circle },
          { value: "polygon", text: t("frames.shape.polygon"), icon: Hexagon },
          { value: "star", text: t("frames.shape.star"), icon: Star },
        ]}
      />
      {outline.kind === "polygon" && (
        <div className="measures">
          <MeasureField
            label={outline.inner === undefined ? t("frames.shape.sides") : t("frames.shape.points")}
            unit=""
            least={3}
            most={120}
            digits={0}
            value={outline.sides}
            onChange={(sides) => set({ ...outline, sides })}
          />
          {outline.inner !== undefined && (
            <MeasureField
              label={t("frames.shape.inner")}
              unit="%"
              least={5}
              most={100}
              step={5}
              digits={0}
              value={Math.round(outline.inner * 100)}
              onChange={(percent) => set({ ...outline, inner: percent / 100 })}
            />
          )}
        </div>
      )}
    </section>
  );
}
