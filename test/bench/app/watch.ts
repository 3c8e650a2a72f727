import type { Page } from "playwright";

/**
 * Has the page set `performance.mark(name)` as soon as `condition`, an expression, holds after a change of the page; what it tells of
 * has been drawn with the first frame after the mark.
 */
export async function markWhen(page: Page, name: string, condition: string, where: "now" | "next-page"): Promise<void> {
  const script = `(() => {
    const holds = () => { try { return Boolean(${condition}); } catch { return false; } };
    const look = () => {
      if (!holds()) return;
      observer.disconnect();
      document.removeEventListener("load", look, true);
      performance.mark(${JSON.stringify(name)});
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener("load", look, true);
  })()`;
  if (where === "now") await page.evaluate(script);
  else await page.addInitScript(script);
}

const POLL_MS = 50;
const LONGEST_MS = 120_000;

/** Waits until the mark was set. */
export async function markSet(page: Page, name: string): Promise<void> {
  const start = performance.now();
  while (!(await page.evaluate(`performance.getEntriesByName(${JSON.stringify(name)}).length > 0`))) {
    if (performance.now() - start > LONGEST_MS) throw new Error(`${name} did not come about`);
    await page.waitForTimeout(POLL_MS);
  }
}
