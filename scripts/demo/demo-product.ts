import type { BatchReport, MakeReport, OutputSettings } from "../../host/make/make-request.ts";

/** Something the demo made. */
export interface DemoProduct {
  readonly name: string;
  readonly report: MakeReport | BatchReport;
  /** Rows that are broken on purpose. */
  readonly expectedFailures: number;
}

/** Enough to look at on a screen; print takes 300. */
const PREVIEW_PPI = 110;

/** One date, so that every run gives the same bytes. */
const DATE = new Date("2026-09-02T08:00:00+07:00");

export const demoSettings = (format: "pdf" | "png"): OutputSettings => ({
  format,
  marks: false,
  bleed: undefined,
  ppi: PREVIEW_PPI,
  colour: "rgb",
  date: DATE,
});
