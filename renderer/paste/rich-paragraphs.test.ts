import { expect, test } from "vitest";
import { type RichNode, richParagraphs } from "./rich-paragraphs.ts";

const text = (words: string): RichNode => ({ name: "#text", text: words, style: "", children: [] });
const tag = (name: string, children: readonly (RichNode | string)[], style = ""): RichNode => ({
  name,
  text: "",
  style,
  children: children.map((one) => (typeof one === "string" ? text(one) : one)),
});

test("paragraphs stay, and in them what is bold, italic and underlined, however the program says so", () => {
  const page = tag("body", [
    "\n  ",
    tag("p", ["Kính ", tag("b", ["mời "]), tag("span", ["ông"], "mso-x:1; font-weight: 700"), "\n   bà"]),
    tag("div", [tag("p", [tag("em", ["Nghiêng"]), " và ", tag("u", ["gạch"])], "color:red")]),
  ]);
  expect(richParagraphs(page)).toEqual([
    [{ text: "Kính " }, { text: "mời ông", format: { weight: 700 } }, { text: " bà" }],
    [{ text: "Nghiêng", format: { italic: true } }, { text: " và " }, { text: "gạch", format: { underline: true } }],
  ]);
});

test("scripts, styles and comments leave no word, lines stay lines, cells and points become paragraphs", () => {
  const page = tag("body", [
    tag("style", ["p { color: red }"]),
    tag("script", ["alert(1)"]),
    tag("#comment", []),
    tag("p", ["Một", tag("br", []), " hai "]),
    tag("ul", [tag("li", ["ba"]), tag("li", [tag("b", ["bốn"], "font-weight:normal")])]),
    tag("table", [tag("tr", [tag("td", ["năm"]), tag("td", ["sáu"])])]),
  ]);
  expect(richParagraphs(page).map((runs) => runs.map((run) => run.text).join(""))).toEqual([
    "Một\nhai",
    "ba",
    "bốn",
    "năm",
    "sáu",
  ]);
  expect(richParagraphs(tag("body", [" \n "]))).toEqual([]);
});
