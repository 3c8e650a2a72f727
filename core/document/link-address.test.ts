import fc from "fast-check";
import { expect, it } from "vitest";
import { linkAddress } from "./link-address.ts";

it.each([
  ["https://gialai.gov.vn/tin tức", "https://gialai.gov.vn/tin%20tức"],
  ["HTTP://eatu.vn", "HTTP://eatu.vn"],
  ["mailto:ubnd@eatu.vn", "mailto:ubnd@eatu.vn"],
  ["tel:+84 269 3824 404", "tel:+842693824404"],
  ["gialai.gov.vn", "https://gialai.gov.vn"],
  ["www.gialai.gov.vn:8080/a?b#c", "https://www.gialai.gov.vn:8080/a?b#c"],
  ["phườngđạiphước.vn", "https://phườngđạiphước.vn"],
])("%s leads to %s", (link, address) => expect(linkAddress(link)).toBe(address));

it.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\u200bscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox",
  "file:///etc/passwd",
  "file://server/share",
  "\\\\server\\share\\a.exe",
  "//server/share",
  "/etc/passwd",
  "C:\\Windows\\calc.exe",
  "../a.exe",
  "a.exe:b",
  "ms-word:ofe|u|https://evil.example/a.docm",
  "search-ms:query=a",
  "ftp://evil.example",
  "#a",
  "",
  "xin chào",
])("%j leads nowhere", (link) => expect(linkAddress(link)).toBeUndefined());

it("whatever is written, what comes of it is for the web, a letter or a telephone", () => {
  const pieces = fc.constantFrom(
    "java",
    "script",
    ":",
    "http",
    "s",
    "//",
    "\\",
    "\t",
    "\u202e",
    "a.b",
    "mailto",
    "file",
    "%00",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces).map((all) => all.join("")),
        fc.string({ unit: "binary" }),
      ),
      (link) => {
        const address = linkAddress(link);
        if (address !== undefined) expect(address).toMatch(/^(?:https?|mailto|tel):/i);
      },
    ),
    { numRuns: 500 },
  );
});
