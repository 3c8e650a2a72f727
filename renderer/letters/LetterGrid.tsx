import { useState } from "react";
import { Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { SPACES, type SpaceName, shownSign } from "./sign-groups.ts";

export interface LetterGridProps {
  readonly label: string;
  readonly language: string;
  readonly signs: readonly string[];
  readonly hasCapitals?: boolean;
  readonly onType: (sign: string) => void;
}

const SPACE_NAMES: ReadonlyMap<string, SpaceName> = new Map(SPACES);

/** Letters to be put in by a press; the arrows walk from one to the next. */
export function LetterGrid({ label, language, signs, hasCapitals = false, onType }: LetterGridProps) {
  const { t } = useTranslation();
  const [capitals, setCapitals] = useState(false);
  const shown = capitals ? signs.map((sign) => sign.toLocaleUpperCase("vi")) : signs;
  return (
    <div className="letter-group">
      <h3>{label}</h3>
      <Toolbar className="letter-row" aria-label={label}>
        {hasCapitals && (
          <button
            type="button"
            className="letter named"
            aria-pressed={capitals}
            onClick={() => setCapitals((are) => !are)}
          >
            {t("letters.capitals")}
          </button>
        )}
        {shown.map((sign) => {
          const space = SPACE_NAMES.get(sign);
          return (
            <button
              key={sign}
              type="button"
              className={space ? "letter named" : "letter"}
              lang={space ? undefined : language}
              onClick={() => onType(sign)}
            >
              {space ? t(`letters.space.${space}`) : shownSign(sign)}
            </button>
          );
        })}
      </Toolbar>
    </div>
  );
}
