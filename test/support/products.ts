import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A page with the required slots `title` and `body`; the body (`body-frame`) flows over added pages. In vi, km and lo. Tests use it instead of
 * a template, which may be designed anew at any time.
 */
export const FLOWING_PAGE = fileURLToPath(new URL("../fixtures/products/flowing-page.json", import.meta.url));

type ProjectJson = ReturnType<typeof JSON.parse>;

/** The flowing page with something changed, as JSON. */
export function flowingPage(change: (project: ProjectJson) => void = () => {}): string {
  const project: ProjectJson = JSON.parse(readFileSync(FLOWING_PAGE, "utf8"));
  change(project);
  return JSON.stringify(project);
}
