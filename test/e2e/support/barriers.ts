import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

/** What axe finds on the page as it stands, against WCAG 2.2 AA. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
