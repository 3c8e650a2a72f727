/** How far things may glide on the screen. */

const reduced = matchMedia("(prefers-reduced-motion: reduce)");

/** For scrolling that a script asks for, which style sheets have no say in. */
export const scrollBehavior = (): ScrollBehavior =>
  reduced.matches || document.documentElement.dataset.motion === "reduced" ? "auto" : "smooth";
