import "./forms.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { editFrameOf, findFrame } from "../../../core/document/commands/edit-frames.ts";
import {
  emptyContent,
  type QrContent,
  type QrKind,
  readQrContent,
  writeQrContent,
} from "../../../core/document/qr-content.ts";
import type { QrFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { LEAST_MODULE_MM, QUIET_ZONE, qrModules } from "../../../core/layout/frames/qr.ts";
import { formatNumber } from "../../i18n/format.ts";
import { useBilingual, useInterfaceLanguage } from "../../i18n/use-bilingual.ts";
import { useSessionState } from "../../session/use-session.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { ColorField } from "../colors/ColorField.tsx";
import { useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { FrameNotes } from "./FrameNotes.tsx";
import { QrFields } from "./QrFields.tsx";

const KINDS: readonly QrKind[] = ["url", "text", "phone", "email", "wifi", "card"];
const CORRECTIONS = ["L", "M", "Q", "H"] as const;

/** What a QR code holds, asked for in the words of what it is for, and how it is drawn. */
export function QrSection({ frame: shown, project }: { readonly frame: QrFrame; readonly project: Project }) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const { session } = editor;
  const section = useRef<HTMLElement>(null);
  // What is typed shows in the code at once.
  const newest = useSessionState((state) => findFrame(state.project, shown.id));
  const frame = newest?.type === "qr" ? newest : shown;
  const data = typeof frame.data === "string" ? frame.data : undefined;
  const slots = project.slots.filter(({ kind }) => kind === "text");
  // What is being typed may not be an address yet: the form keeps it as long as the code says the same.
  const [draft, setDraft] = useState<QrContent>(() => startOf(data));
  const content = data !== undefined && writeQrContent(draft) !== data ? startOf(data) : draft;
  const [wasMade] = useState(() => editor.justMade === frame.id);
  useEffect(() => {
    if (!wasMade) return;
    editor.justMade = undefined;
    section.current?.querySelector<HTMLElement>("input.input, textarea.input")?.focus();
  }, [editor, wasMade]);

  const set = (key: string, change: (old: QrFrame) => QrFrame): void =>
    session.edit("qr.change", (one) => editFrameOf(one, frame.id, "qr", change), `qr:${key}:${frame.id}`);
  const setData = (next: QrFrame["data"]): void => set("data", (old) => ({ ...old, data: next }));
  const write = (next: QrContent): void => {
    setDraft(next);
    setData(writeQrContent(next));
  };
  const kind = data === undefined ? "slot" : content.kind;
  return (
    <section ref={section} className="panel-section" aria-label={t("editor.kind.qr")}>
      <Select<QrKind | "slot">
        label={t("frames.qr.kind")}
        value={kind}
        options={[
          ...KINDS.map((value) => ({ value, text: t(`frames.qr.kinds.${value}`) })),
          ...(slots.length > 0 ? [{ value: "slot" as const, text: t("frames.qr.kinds.slot") }] : []),
        ]}
        onChange={(next) => {
          if (next === "slot") {
            const [first] = slots;
            if (first) setData({ slot: first.name });
          } else write(emptyContent[next]);
        }}
      />
      {typeof frame.data === "string" ? (
        <QrFields content={content} onChange={write} />
      ) : (
        <Select
          label={t("frames.qr.slot")}
          value={frame.data.slot}
          options={slots.map(({ name, label }) => ({ value: name, text: pick(label) }))}
          onChange={(slot) => setData({ slot })}
        />
      )}
      <ModuleSize frame={frame} />
      <FrameNotes frame={frame} />
      <div className="form-group">
        <span className="field-label">{t("frames.qr.correction")}</span>
        <Segments
          label={t("frames.qr.correction")}
          value={frame.correction ?? "M"}
          onChange={(correction) => set("correction", (old) => ({ ...old, correction }))}
          segments={CORRECTIONS.map((value) => ({ value, text: t(`frames.qr.corrections.${value}`) }))}
        />
      </div>
      <ColorField
        label={t("frames.qr.color")}
        swatches={project.swatches}
        value={frame.color ?? { rgb: "#000000" }}
        onChange={(color) => color !== null && set("color", (old) => ({ ...old, color }))}
      />
      <ColorField
        label={t("frames.qr.background")}
        swatches={project.swatches}
        value={frame.background ?? { rgb: "#ffffff" }}
        onChange={(color) => color !== null && set("background", (old) => ({ ...old, background: color }))}
      />
      <MeasureField
        label={t("frames.qr.quietZone")}
        unit={t("frames.qr.modules")}
        least={0}
        most={16}
        digits={0}
        value={frame.quietZone ?? QUIET_ZONE}
        onChange={(quietZone) => set("quietZone", (old) => ({ ...old, quietZone }))}
      />
    </section>
  );
}

/** An empty code is most often to lead to a page. */
const startOf = (data: string | undefined): QrContent =>
  data === undefined || data === "" ? emptyContent.url : readQrContent(data);

/** How large the squares come out, and whether phones read them. */
function ModuleSize({ frame }: { readonly frame: QrFrame }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  if (typeof frame.data !== "string" || frame.data === "") return null;
  const modules = qrModules(frame.data, frame.correction ?? "M");
  if (!modules) return null;
  const count = modules.size + 2 * (frame.quietZone ?? QUIET_ZONE);
  const size = Math.min(frame.width, frame.height) / count;
  const isFine = size < LEAST_MODULE_MM;
  const mm = formatNumber(Math.floor(size * 100) / 100, language);
  return (
    <p className="form-fact">
      {t("frames.qr.size", { count: modules.size, mm })}
      <Badge tone={isFine ? "warning" : "good"}>{isFine ? t("frames.qr.tooSmall") : t("frames.qr.readable")}</Badge>
    </p>
  );
}
