import "./colors.css";
import { Palette, Plus } from "lucide-react";
import { memo, useLayoutEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { addSwatch, freshSwatchId, swatchUses } from "../../../core/document/commands/edit-swatches.ts";
import type { Swatch } from "../../../core/document/schema/primitives.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../../session/use-session.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { PopoverButton } from "../../ui/PopoverButton.tsx";
import { useCalmEditorState } from "../editor.ts";
import { Chip } from "./ColorField.tsx";
import { SwatchForm } from "./SwatchForm.tsx";
import { ThemePicker } from "./ThemePicker.tsx";

const NEW_SWATCH = "#3c6e8f";

/** The document's colours: to change, add, replace and remove, all at once by a theme. */
export const SwatchesPanel = memo(function SwatchesPanel() {
  const { t } = useTranslation();
  const session = useSession();
  const saved = useSessionState((state) => state.project);
  const preview = useCalmEditorState((state) => state.preview);
  const { swatches } = preview ?? saved;
  const uses = swatchUses(saved);
  const [open, setOpen] = useState<string>();
  const add = (): void => {
    const id = freshSwatchId(saved);
    const number = saved.swatches.length + 1;
    const name = { vi: `Màu ${number}`, en: `Colour ${number}` };
    session.edit("swatch.add", (project) => addSwatch(project, { id, name, rgb: NEW_SWATCH }));
    setOpen(id);
  };
  return (
    <div className="swatches-panel">
      <div className="swatches-bar">
        <PopoverButton
          label={t("frames.theme.title")}
          placement="left bottom"
          trigger={
            <Button size="small" icon={Palette}>
              {t("frames.theme.title")}
            </Button>
          }
        >
          {(close) => <ThemePicker onClose={close} />}
        </PopoverButton>
        <IconButton icon={Plus} size="small" label={t("frames.swatches.add")} onPress={add} />
      </div>
      {swatches.length === 0 ? (
        <p className="panel-hint swatches-empty">{t("frames.swatches.empty")}</p>
      ) : (
        <ul className="swatch-list" aria-label={t("frames.swatches.list")}>
          {swatches.map((swatch) => (
            <SwatchRow
              key={swatch.id}
              swatch={swatch}
              swatches={swatches}
              uses={uses.get(swatch.id) ?? 0}
              isOpen={open === swatch.id}
              onOpen={(isOpen) => setOpen(isOpen ? swatch.id : undefined)}
            />
          ))}
        </ul>
      )}
    </div>
  );
});

interface SwatchRowProps {
  readonly swatch: Swatch;
  readonly swatches: readonly Swatch[];
  readonly uses: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function SwatchRow({ swatch, swatches, uses, isOpen, onOpen }: SwatchRowProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const name = pick(swatch.name);
  const words = uses === 0 ? t("frames.swatches.unused") : t("frames.swatches.uses", { count: uses });
  const row = useRef<HTMLLIElement>(null);
  // One that was just added may be beyond what shows.
  useLayoutEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={row}>
      <PopoverButton
        label={t("frames.swatches.edit", { name })}
        placement="left"
        isOpen={isOpen}
        onOpenChange={onOpen}
        trigger={
          <AriaButton className="swatch-row" aria-label={`${name}, ${swatch.rgb}, ${words}`}>
            <Chip value={swatch.id} swatches={swatches} />
            <span className="color-name">{name}</span>
            <span className={uses === 0 ? "swatch-uses none" : "swatch-uses"}>{uses === 0 ? words : uses}</span>
          </AriaButton>
        }
      >
        {(close) => <SwatchForm swatch={swatch} uses={uses} onClose={close} />}
      </PopoverButton>
    </li>
  );
}
