import { useTranslation } from "react-i18next";
import { FAIR_PPI, GOOD_PPI } from "../../../core/layout/frames/image-fit.ts";
import { Badge } from "../../ui/Badge.tsx";

/** How fine a picture prints, and whether that is fine enough; drawings of lines are always. */
export function Sharpness({ ppi, isShort = false }: { readonly ppi: number | "vector"; readonly isShort?: boolean }) {
  const { t } = useTranslation();
  if (ppi === "vector") return <Badge tone="good">{isShort ? "SVG" : t("frames.picture.vector")}</Badge>;
  if (isShort) return <Badge tone={ppi >= GOOD_PPI ? "good" : ppi >= FAIR_PPI ? "info" : "error"}>{ppi} ppi</Badge>;
  if (ppi >= GOOD_PPI) return <Badge tone="good">{t("frames.picture.good", { ppi })}</Badge>;
  if (ppi >= FAIR_PPI) return <Badge tone="info">{t("frames.picture.fair", { ppi })}</Badge>;
  return <Badge tone="error">{t("frames.picture.coarse", { ppi })}</Badge>;
}
