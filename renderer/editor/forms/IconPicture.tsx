import type { ChartIcon } from "../../../core/layout/charts/chart-model.ts";
import { pictogramIcons } from "../../../core/layout/charts/pictogram-icons.ts";
import { svgPath } from "../../../core/paint/svg/svg-text.ts";

/** Figures of pictograms in the order a chooser shows them. */
export const ICONS: readonly ChartIcon[] = [
  "person",
  "house",
  "drop",
  "tree",
  "book",
  "rice",
  "star",
  "circle",
  "square",
];

/** A figure of pictograms as it is drawn. */
export function IconPicture({ icon }: { readonly icon: ChartIcon }) {
  const { width, path } = pictogramIcons[icon];
  return (
    <svg width={18} height={18} viewBox={`${(width - 1.1) / 2} -0.05 1.1 1.1`} aria-hidden="true">
      <path d={svgPath(path)} fill="currentColor" />
    </svg>
  );
}
