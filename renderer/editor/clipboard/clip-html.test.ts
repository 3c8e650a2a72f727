import { expect, test } from "vitest";
import { clipHtml, readClipHtml } from "./clip-html.ts";

const pictures = new Map([
  ["ảnh-1", new Uint8Array([0, 255, 128, 60, 34])],
  ["b", new Uint8Array(70_000).fill(7)],
]);

test("a clip comes back whole, with all letters and bytes, from what a clipboard makes of its HTML", () => {
  const json = '{"title":"Ủy ban \\"nhân dân\\" <xã> & ភូមិ 𠀋"}';
  const html = clipHtml({ json, pictures }, [
    [{ text: "Ủy ban " }, { text: "<nhân\ndân>", format: { weight: 700, italic: true } }],
    [{ text: "xã", format: { underline: true, weight: 300 } }],
  ]);
  expect(html).toContain("<p>Ủy ban <b><i>&lt;nhân<br>dân&gt;</i></b></p><p><u>xã</u></p>");
  const wrapped = `Version:0.9\r\n<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`;
  expect(readClipHtml(wrapped)).toEqual({ json, pictures });
});

test("HTML of other programs holds no clip; a damaged one is told by its JSON, not by a crash", () => {
  expect(readClipHtml("<p>Thông báo</p>")).toBeUndefined();
  expect(readClipHtml('<div data-xuongtin-clip="A===">')).toEqual({ json: "", pictures: new Map() });
  const broken = readClipHtml('<div data-xuongtin-clip="e30=" data-xuongtin-pictures="a:@@ :AAAA b:AAAA">');
  expect(broken).toEqual({ json: "{}", pictures: new Map([["b", new Uint8Array([0, 0, 0])]]) });
});
