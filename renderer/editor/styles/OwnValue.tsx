import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/Button.tsx";

export interface OwnValueProps {
  /** The style says it itself, although it is based on another that could. */
  readonly isOwn: boolean;
  /** Takes it away, so that the base says it again. */
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** A field of a style's form, with the way back to what its base says. */
export function OwnValue({ isOwn, onReset, children }: OwnValueProps) {
  const { t } = useTranslation();
  return (
    <div className={isOwn ? "own-value is-own" : "own-value"}>
      {children}
      {isOwn && <IconButton icon={RotateCcw} size="small" label={t("styles.reset")} onPress={onReset} />}
    </div>
  );
}
