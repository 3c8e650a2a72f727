/** The guided tour: which step is shown, if it runs. */

import { createStore } from "zustand/vanilla";

export const TOUR_STEPS = ["fill", "page", "picture", "languages", "check", "keep", "print"] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export const tour = createStore<{ readonly step: number | undefined }>(() => ({ step: undefined }));

/** Shows the tour from that step as soon as a project is open. */
export const startTour = (step = 0): void => tour.setState({ step: Math.min(step, TOUR_STEPS.length - 1) });

export const endTour = (): void => tour.setState({ step: undefined });

/** Marks what a step is about: `<div {...tourPlace("print")}>`. */
export const tourPlace = (step: TourStep): { readonly "data-tour": TourStep } => ({ "data-tour": step });
