import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "../../../test/support/diagnostics-of.ts";
import { CAPTION_FORMATS, formatCaptions, parseCaptions } from "./caption-file.ts";

const words = fc.constantFrom(
  "Diệt lăng quăng mỗi tuần",
  "ការពារជំងឺគ្រុនឈាម",
  "ປ້ອງກັນພະຍາດ",
  "ꪹꪭꪙ ꪎꪱꪫ",
  "ꨀꨇꩉ ꨌꩌ",
  "Ƀing gơñu",
  "A < B & C > D",
  "“trích”",
  "12",
  "--",
);
const cue = fc.record({
  from: fc.integer({ min: 0, max: 9_000_000 }),
  length: fc.integer({ min: 40, max: 9_000 }),
  lines: fc.array(words, { minLength: 1, maxLength: 3 }),
});

describe("caption files", () => {
  it.each(CAPTION_FORMATS)("of kind %s are read back as they were written", (format) => {
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 12 }), (list) => {
        const cues = list
          .map(({ from, length, lines }) => ({
            from: from / 1000,
            to: (from + length) / 1000,
            // A number alone on the last line is taken for the next caption's where none stands.
            text: [...lines, "hết"].join("\n"),
          }))
          .sort((one, other) => one.from - other.from);
        const read = parseCaptions(formatCaptions(cues, format, "vi"), "a");
        expect(read.diagnostics).toEqual([]);
        expect(read.cues.map(({ text }) => text)).toEqual(cues.map(({ text }) => text));
        for (const [index, one] of read.cues.entries()) {
          expect(one.from).toBeCloseTo(cues[index]?.from ?? 0, 6);
          expect(one.to).toBeCloseTo(cues[index]?.to ?? 0, 6);
        }
      }),
    );
  });

  it("are read as people and players leave them", () => {
    const srt =
      "\uFEFF1\r\n00:00:01,5 --> 00:00:03.000 X1:40\r\n<i>Chào</i> {\\an8}bà con\r\n  ấp Chòm Tre  \r\n\r\n\r\n2\r\n00:04 --> 00:06\r\nKhông đánh số\r\n7\r\n00:00:07,000 --> 00:00:08,000\r\nKhông dòng trống";
    expect(parseCaptions(srt, "a.srt").cues).toEqual([
      { from: 1.5, to: 3, text: "Chào bà con\nấp Chòm Tre" },
      { from: 4, to: 6, text: "Không đánh số" },
      { from: 7, to: 8, text: "Không dòng trống" },
    ]);
    const vtt =
      "WEBVTT - Bản tin\n\nNOTE 00:01 --> 00:02\n\nSTYLE\n::cue { color: red }\n\nmột\n00:01.000 --> 00:02.000 line:0\n<v Lan>Chào <c.vang>bà con</c> &amp; các cháu\n";
    expect(parseCaptions(vtt, "a.vtt").cues).toEqual([{ from: 1, to: 2, text: "Chào bà con & các cháu" }]);
    const ttml =
      '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1.5s" dur="500ms">\n  Một<br/>\n  <span>hai</span> ba</p></div></body></tt>';
    expect(parseCaptions(ttml, "a.xml").cues).toEqual([{ from: 1.5, to: 2, text: "Một\nhai ba" }]);
    const entities = "WEBVTT\n\n00:01.000 --> 00:02.000\n&#272;&#x1ebd;p &quen; &lt;3\n";
    expect(parseCaptions(entities, "a.vtt").cues[0]?.text).toBe("Đẽp &quen; <3");
  });

  it("of TTML may count frames and ticks, and have times around and inside their paragraphs", () => {
    const head =
      '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="1000">';
    const body = [
      '<tt:p begin="00:00:01:05" end="00:00:02:00">khung</tt:p>',
      '<tt:p begin="3000t" end="3500t">nhịp</tt:p>',
      '</tt:div><tt:div begin="10s" end="20s"><tt:p>cả phần</tt:p><tt:p begin="2s">từ giây hai</tt:p>',
      '<tt:p>\n <tt:span begin="4s" end="5s">một<tt:br/>hai</tt:span>\n <tt:span begin="5s" dur="25f">ba</tt:span></tt:p>',
      '</tt:div><tt:div><tt:p begin="khi nào" end="5s">không rõ</tt:p><tt:p begin="1s">không hết</tt:p>',
    ];
    const { cues, diagnostics } = parseCaptions(
      `${head}<tt:body><tt:div>${body.join("")}</tt:div></tt:body></tt:tt>`,
      "a.xml",
    );
    expect(cues).toEqual([
      { from: 1.2, to: 2, text: "khung" },
      { from: 3, to: 3.5, text: "nhịp" },
      { from: 10, to: 20, text: "cả phần" },
      { from: 12, to: 20, text: "từ giây hai" },
      { from: 14, to: 15, text: "một\nhai" },
      { from: 15, to: 16, text: "ba" },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["captions.time-unclear", "captions.time-unclear"]);
  });

  it("tell what was left out", () => {
    const srt =
      "1\n00:00:01,000 --> 00:00:xx\nHỏng\n\n2\n00:00:05,000 --> 00:00:04,000\nNgược\n\n3\n00:00:06,000 --> 00:00:07,000\nĐúng\n";
    const { cues, diagnostics } = parseCaptions(srt, "a.srt");
    expect(cues.map(({ text }) => text)).toEqual(["Đúng"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["captions.time-unclear", "captions.without-words"]);
    expect(diagnosticsOf(() => parseCaptions("Xin chào", "a.txt"))[0]?.code).toBe("captions.none");
    expect(diagnosticsOf(() => parseCaptions("<tt><p>", "a.xml"))[0]?.code).toBe("captions.xml-broken");
  });
});
