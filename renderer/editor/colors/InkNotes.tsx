import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Color } from "../../../core/color/color.ts";
import { inkCoverage, inkProblems } from "../../../core/color/ink-limits.ts";

/** What a printing house would say of these inks; nothing where it would say nothing. */
export function InkNotes({ inks }: { readonly inks: Color["cmyk"] }) {
  const { t } = useTranslation();
  const total = Math.round(inkCoverage(inks) * 100);
  return inkProblems(inks).map((problem) => (
    <p key={problem} className="ink-note" role="note">
      <TriangleAlert aria-hidden size={14} />
      {problem === "rich-black" ? t("frames.color.richBlack") : t("frames.color.tooMuchInk", { total })}
    </p>
  ));
}
