import fc from "fast-check";
import { expect, it } from "vitest";
import { stationFileName } from "./station-file-name.ts";

it("joins unit, genre and title in capitals without accents or spaces", () => {
  expect(stationFileName({ unit: "Xã Đắk Ơ", genre: "Phóng sự", title: "Lễ hội đua thuyền – Ngày 2/9" })).toBe(
    "XADAKO_PHONGSU_LEHOIDUATHUYENNGAY29",
  );
});

it("takes a decomposed name like a composed one", () => {
  const name = { unit: "Đồng Tháp", genre: "Tin", title: "Ở ấp Bưng Ông Thoàn" };
  const decomposed = { unit: name.unit.normalize("NFD"), genre: "Tin", title: name.title.normalize("NFD") };
  expect(stationFileName(decomposed)).toBe(stationFileName(name));
});

it("leaves out what no playout system takes, and still gives a name", () => {
  expect(stationFileName({ unit: "TT VH Trà Vinh", genre: "", title: "ពិធីបុណ្យ" })).toBe("TTVHTRAVINH");
  expect(stationFileName({ unit: "ខ្មែរ", genre: "", title: "" })).toBe("CHUONGTRINH");
  expect(stationFileName({ unit: "CON", genre: "", title: "" })).toBe("_CON");
});

it("holds nothing but capitals, digits and underscores", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (unit, title) => {
      expect(stationFileName({ unit, genre: "Tin", title })).toMatch(/^[A-Z0-9_]+$/);
    }),
  );
});
