import { expect, it } from "vitest";
import { plainText, sampleProject } from "../../test/support/sample-project.ts";
import { setSourceLanguage } from "./commands/edit-languages.ts";
import { setSlotText } from "./commands/edit-text.ts";
import { setImageAsset } from "./commands/set-image.ts";
import type { Project, Slot } from "./schema/project.ts";
import { showsTemplate } from "./shows-template.ts";

const label = { vi: "Ô", en: "Slot" };
const title: Slot = { kind: "text", name: "ten", label, text: "t", sample: "Lễ hội mừng lúa mới" };
const link: Slot = { kind: "text", name: "qr", label, sample: "https://thongtin.example.vn" };
const picture: Slot = { kind: "image", name: "anh", label, frames: ["i"] };
const project: Project = sampleProject({
  kind: "project",
  languages: { source: "vi", variants: ["vi", "km"] },
  pages: [{ id: "p", frames: [{ type: "image", id: "i", x: 0, y: 0, width: 50, height: 50, asset: "nui" }] }],
  assets: [{ id: "nui", file: "assets/nui.jpg" }],
  texts: { t: plainText("Lễ hội mừng lúa mới") },
  slots: [title, link, picture],
});

it("tells words and pictures of the template from those somebody has put in", () => {
  expect(showsTemplate(project, title, "vi")).toBe(true);
  expect(showsTemplate(project, title, "km")).toBe(false);
  const translated = setSlotText(project, "ten", "km", "ពិធីបុណ្យ");
  const remembering: Slot = { ...title, templateText: { vi: "Lễ hội mừng lúa mới", km: "ពិធីបុណ្យ" } };
  expect(showsTemplate(translated, remembering, "km")).toBe(true);
  expect(showsTemplate(translated, remembering, "vi")).toBe(true);
  expect(showsTemplate(setSlotText(translated, "ten", "km", "បុណ្យ"), remembering, "km")).toBe(false);
  expect(showsTemplate(setSourceLanguage(translated, "km"), remembering, "vi")).toBe(true);
  expect(showsTemplate(setSlotText(project, "ten", "km", "ពិធីបុណ្យ"), title, "km")).toBe(false);
  const written = setSlotText(project, "ten", "vi", "Hội đua ghe ngo");
  expect(showsTemplate(written, title, "vi")).toBe(false);
  expect(showsTemplate(project, picture, "vi")).toBe(true);
  const own = setImageAsset(project, "i", { id: "moi", file: "assets/moi.jpg", name: "Ghe ngo.jpg" });
  expect(showsTemplate(own, picture, "vi")).toBe(false);
  expect(showsTemplate({ ...written, kind: "template" }, title, "vi")).toBe(true);
});
