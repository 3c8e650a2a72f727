/** Where a link may lead a reader of what was made: to the web, a letter or a telephone, and never into the reader's own machine. */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED = new Set(["http", "https", "mailto", "tel"]);
/** `gialai.gov.vn/tin-tuc`, as people write it. */
const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u;
/** Programs that open addresses pass over these, so that `java\nscript:` is a script to them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const PASSED_OVER = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The address a link leads to, its scheme written out; undefined where it may lead nowhere. */
export function linkAddress(link: string): string | undefined {
  const written = link.replace(PASSED_OVER, "").trim();
  const address = written.replaceAll(" ", /^tel:/i.test(written) ? "" : "%20");
  if (DOMAIN.test(address)) return `https://${address}`;
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && ALLOWED.has(scheme) ? address : undefined;
}
