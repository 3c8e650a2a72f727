import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

/** What axe knows to bar people from what is on the screen, in the theme there is. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** The same in both themes. */
export async function barriersInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"]) {
    await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
    // Colours that fade in are judged when they are there.
    await page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))");
    found.push(...(await barriers(page)).map((one) => `${theme} ${one}`));
  }
  return found;
}
