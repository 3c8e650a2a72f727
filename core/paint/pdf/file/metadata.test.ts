import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { xmpPacket } from "./metadata.ts";
import { dateString, textString } from "./text-string.ts";

const info = {
  title: "Tờ tin <số 1> & ខ្មែរ",
  author: "UBND xã “Đắk Tô”",
  subject: "Tin",
  keywords: ["xã", "bản\u0001"],
  language: "vi",
  outline: [],
};

test("the packet is well-formed XML and says everything once", () => {
  const packet = xmpPacket({ ...info, date: new Date("2026-09-02T01:02:03Z") });
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => texts.push(text));
  parser.write(packet).close();
  const said = texts.map((text) => text.trim()).filter(Boolean);
  for (const text of [info.title, info.author, "Tin", "xã", "bản", "xã, bản", "vi", "Xưởng Tin"])
    expect(said).toContain(text);
  expect(said.filter((text) => text === "2026-09-02T01:02:03Z")).toHaveLength(2);
});

test("nothing is said of what is not known", () => {
  const packet = xmpPacket({ ...info, author: "", keywords: [] });
  expect(packet).not.toMatch(/creator|Keywords|dc:subject|Date/);
});

test("text strings are UTF-16BE with a mark, dates are in UTC", () => {
  expect(textString("Lo 𠊛").toString()).toBe("<FEFF004C006F0020D840DE9B>");
  expect(dateString(new Date("2026-09-02T08:02:03+07:00")).toString()).toBe("(D:20260902010203Z)");
});
