import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyContent, type QrContent, readQrContent, writeQrContent } from "./qr-content.ts";

test("each form writes what phones read", () => {
  expect(writeQrContent({ kind: "phone", phone: "+84269123456" })).toBe("tel:+84269123456");
  const wifi = { kind: "wifi", name: "Nhà văn hoá; tầng 2", password: 'a:b"c', security: "WPA", hidden: true } as const;
  expect(writeQrContent(wifi)).toBe('WIFI:T:WPA;S:Nhà văn hoá\\; tầng 2;P:a\\:b\\"c;H:true;;');
  const card = {
    ...emptyContent.card,
    name: "Rơ Chăm Hlyeo",
    organization: "Trạm y tế xã Ia Kha",
    phone: "0269 3 844 115",
  };
  expect(writeQrContent(card).split("\n")).toEqual([
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Rơ Chăm Hlyeo;;;;",
    "FN:Rơ Chăm Hlyeo",
    "ORG:Trạm y tế xã Ia Kha",
    "TEL:0269 3 844 115",
    "END:VCARD",
  ]);
  expect(writeQrContent({ ...emptyContent.email, address: "ubnd@gialai.gov.vn", subject: "Góp ý" })).toBe(
    "mailto:ubnd@gialai.gov.vn?subject=G%C3%B3p%20%C3%BD",
  );
  expect(writeQrContent({ kind: "url", url: "gialai.gov.vn/y-te" })).toBe("https://gialai.gov.vn/y-te");
  for (const empty of Object.values(emptyContent)) expect(writeQrContent(empty)).toBe("");
});

const line = fc.string({ unit: fc.constantFrom(...'aB1 ;:,\\"ạơ\nអ/?=&%'.split("")), maxLength: 12 });
const word = line.map((text) => `x${text}`);
const content: fc.Arbitrary<QrContent> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: line }),
  fc.record({ kind: fc.constant("phone" as const), phone: fc.stringMatching(/^[0-9 +]{1,12}$/) }),
  fc.record({ kind: fc.constant("email" as const), address: fc.constant("a@b.vn"), subject: line, body: line }),
  fc.record({
    kind: fc.constant("wifi" as const),
    name: word,
    password: word,
    security: fc.constantFrom("WPA" as const, "WEP" as const),
    hidden: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("card" as const),
    name: word,
    title: line,
    organization: line,
    phone: line,
    email: line,
    url: line,
    address: line,
  }),
);

test("a form is read back from what it wrote, and any text at least as text", () => {
  fc.assert(
    fc.property(content, (one) => {
      expect(readQrContent(writeQrContent(one))).toEqual(one);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (data) => {
      expect(writeQrContent(readQrContent(data))).toBe(data);
    }),
  );
  expect(readQrContent("https://gialai.gov.vn/y-te")).toEqual({ kind: "url", url: "https://gialai.gov.vn/y-te" });
  expect(readQrContent("WIFI:S:x;;")).toEqual({ kind: "text", text: "WIFI:S:x;;" });
});
