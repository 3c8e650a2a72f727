import "./export.css";
import { Image, type LucideIcon, MonitorSmartphone, Printer, Stamp } from "lucide-react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/use-session.ts";
import { Select } from "../ui/Select.tsx";
import { LEAST_PRESS_BLEED, type PictureChoice, PURPOSES, type Purpose } from "./presets.ts";

const icons: Readonly<Record<Purpose, LucideIcon>> = {
  office: Printer,
  press: Stamp,
  screen: MonitorSmartphone,
  picture: Image,
};

export interface PurposeChoiceProps {
  readonly purpose: Purpose;
  readonly onPurpose: (purpose: Purpose) => void;
  readonly picture: PictureChoice;
  readonly onPicture: (picture: PictureChoice) => void;
}

/** What the product is made for, rather than what formats there are. */
export function PurposeChoice({ purpose, onPurpose, picture, onPicture }: PurposeChoiceProps) {
  const { t } = useTranslation();
  const bleed = Math.max(
    useSessionState((state) => state.project.page.bleed),
    LEAST_PRESS_BLEED,
  );
  const hint = (one: Purpose): string => (one === "press" ? t("export.pressHint", { bleed }) : t(`export.${one}Hint`));
  return (
    <>
      <RadioGroup
        className="purposes"
        value={purpose}
        onChange={(value) => {
          const chosen = PURPOSES.find((one) => one === value);
          if (chosen) onPurpose(chosen);
        }}
      >
        <Label className="field-label">{t("export.purpose")}</Label>
        <div className="purpose-grid">
          {PURPOSES.map((one) => {
            const Icon = icons[one];
            return (
              <Radio key={one} value={one} className="purpose">
                <Icon aria-hidden size={20} strokeWidth={1.5} />
                <span className="purpose-words">
                  <span className="purpose-name">{t(`export.${one}`)}</span>
                  <span className="purpose-hint">{hint(one)}</span>
                </span>
              </Radio>
            );
          })}
        </div>
      </RadioGroup>
      {purpose === "picture" && (
        <div className="field-pair">
          <Select
            label={t("export.pictureFormat")}
            value={picture.format}
            onChange={(format) => onPicture({ ...picture, format })}
            options={[
              { value: "png", text: "PNG" },
              { value: "jpg", text: "JPG" },
            ]}
          />
          <Select
            label={t("export.pictureFor")}
            value={picture.ppi === 150 ? "screen" : "print"}
            onChange={(chosen) => onPicture({ ...picture, ppi: chosen === "screen" ? 150 : 300 })}
            options={[
              { value: "screen", text: t("export.pictureScreen") },
              { value: "print", text: t("export.picturePrint") },
            ]}
          />
        </div>
      )}
    </>
  );
}
