import { expect, test } from "vitest";
import { setSlotText } from "../../core/document/commands/edit-text.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { clearSlotPicture, setSlotPicture, slotPicture, slotState, slotText } from "./slot-values.ts";

const label = { vi: "Ô", en: "Slot" };
const name = { kind: "text", name: "ten", label, text: "t1" } as const;
const year = { kind: "text", name: "nam", label, text: "t2" } as const;
const link = { kind: "text", name: "qr", label, sample: "https://thongtin.example.vn" } as const;
const picture = { kind: "image" as const, name: "anh", label, frames: ["i"] };

const project: Project = sampleProject({
  languages: { source: "vi", variants: ["vi", "km"] },
  pages: [
    {
      id: "p1",
      frames: [
        textFrame("a", "t1"),
        textFrame("b", "t2"),
        { type: "image", id: "i", x: 0, y: 0, width: 50, height: 50, asset: "nui", variants: { km: "chua" } },
      ],
    },
  ],
  assets: [
    { id: "nui", file: "assets/nui.jpg" },
    { id: "chua", file: "assets/chua.jpg" },
  ],
  texts: { t1: plainText("Lễ hội mừng lúa mới"), t2: plainText("2026") },
  slots: [name, year, link, picture],
});

test("a text is empty until it is translated, a number is shared, a slot without a text holds its sample", () => {
  expect(slotText(project, name, "km")).toBe("");
  expect(slotState(project, name, "km")).toBe("missing");
  expect(slotText(project, year, "km")).toBe("2026");
  expect(slotState(project, year, "km")).toBe("present");
  expect(slotText(project, link, "km")).toBe("https://thongtin.example.vn");

  const translated = setSlotText(project, "ten", "km", "ពិធីបុណ្យ");
  expect(slotText(translated, name, "km")).toBe("ពិធីបុណ្យ");
  expect(slotText(translated, name, "vi")).toBe("Lễ hội mừng lúa mới");
  expect(slotState(setSlotText(translated, "ten", "vi", "Lễ hội"), name, "km")).toBe("stale");
});

test("a new picture shows where the old one was, and leaves other languages' own alone", () => {
  const fresh = { id: "song", file: "assets/song.jpg" };
  const inKhmer = setSlotPicture(project, picture, fresh, "km");
  expect(slotPicture(inKhmer, picture, "km")?.id).toBe("song");
  expect(slotPicture(inKhmer, picture, "vi")?.id).toBe("nui");

  const inVietnamese = setSlotPicture(project, picture, fresh, "vi");
  expect(slotPicture(inVietnamese, picture, "vi")?.id).toBe("song");
  expect(slotPicture(inVietnamese, picture, "km")?.id).toBe("chua");

  const cleared = clearSlotPicture(project, picture, "vi");
  expect(slotPicture(cleared, picture, "vi")).toBeUndefined();
  expect(slotPicture(cleared, picture, "km")?.id).toBe("chua");
});
