import "./forms.css";
import { useState } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Color, colorFromHex } from "../../../core/color/color.ts";
import type { OrnamentFrame } from "../../../core/document/schema/frames.ts";
import { ornamentMotifs } from "../../../core/layout/ornaments/catalogue.ts";
import type { OrnamentMotif } from "../../../core/layout/ornaments/ornament-model.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { MotifPicture } from "./MotifPicture.tsx";

interface MotifGalleryProps {
  readonly frame: OrnamentFrame;
  readonly colors: readonly Color[];
  readonly onChoose: (motif: string) => void;
  readonly onClose: () => void;
}

/** Motifs of one tradition together, in the catalogue's order. */
const traditions = [...new Set(ornamentMotifs.map(({ tradition }) => tradition))].map((tradition) => ({
  tradition,
  motifs: ornamentMotifs.filter((motif) => motif.tradition === tradition),
}));

const suggested = ({ suggested: { colors } }: OrnamentMotif): readonly Color[] =>
  colors.flatMap((hex) => colorFromHex(hex) ?? []);

/** Every motif by the people it comes from, drawn as the frame would show it. */
export function MotifGallery({ frame, colors, onChoose, onClose }: MotifGalleryProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const [palette, setPalette] = useState<"document" | "own">("document");
  return (
    <Dialog title={t("frames.ornament.gallery")} size="wide" flush onClose={onClose}>
      <div className="motifs-bar">
        <p className="panel-hint">{t("frames.ornament.galleryHint")}</p>
        <Segments
          label={t("frames.ornament.palette")}
          value={palette}
          onChange={setPalette}
          segments={[
            { value: "document", text: t("frames.ornament.documentColors") },
            { value: "own", text: t("frames.ornament.ownColors") },
          ]}
        />
      </div>
      <ListBox
        className="motifs"
        aria-label={t("frames.ornament.gallery")}
        layout="grid"
        autoFocus
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={[frame.motif]}
        onAction={(key) => {
          onChoose(String(key));
          onClose();
        }}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (key !== undefined && key !== frame.motif) onChoose(String(key));
        }}
      >
        {traditions.map(({ tradition, motifs }) => (
          <ListBoxSection key={tradition.id} className="motif-section">
            <Header className="motif-tradition">{pick(tradition.names)}</Header>
            {motifs.map((motif) => {
              const shown = palette === "own" ? suggested(motif) : colors;
              const ground = palette === "own" ? motif.suggested.background : undefined;
              return (
                <ListBoxItem key={motif.id} id={motif.id} textValue={pick(motif.names)} className="motif">
                  <span className="motif-board" style={{ background: ground ?? "#fff" }}>
                    <MotifPicture motif={motif} arrangement="single" colors={shown} width={56} height={56} />
                    <MotifPicture motif={motif} arrangement="band" colors={shown} width={190} height={26} />
                  </span>
                  <span className="motif-name">{pick(motif.names)}</span>
                </ListBoxItem>
              );
            })}
          </ListBoxSection>
        ))}
      </ListBox>
    </Dialog>
  );
}
