import { afterAll, beforeAll, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { addLanguage } from "../../core/document/commands/edit-languages.ts";
import { setVariantText } from "../../core/document/commands/edit-text.ts";
import { record } from "../../core/document/history/record.ts";
import { planImport } from "../../core/translate/plan-import.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
let opened: OpenSession;
beforeAll(async () => {
  home = temporaryHome();
  host = startMemoryHost(home.folder);
  opened = await host.api.projects.create({ template: "leaflet-a5", language: "vi" });
});
afterAll(async () => {
  await host.service.close();
  expect(host.defects).toEqual([]);
  home.end();
});

it.each(["xlsx", "xliff"] as const)(
  "sends out %s and takes it back, unchanged and with a translation in it",
  async (format) => {
    const { session } = opened;
    const { files } = await host.api.translations.export({
      session,
      languages: ["km", "lo"],
      format,
      words: "vi",
      target: { name: "Tờ rơi" },
    });
    expect(files.map(({ name }) => name)).toEqual([`Tờ rơi (vi-km).${format}`, `Tờ rơi (vi-lo).${format}`]);
    for (const { file, name, language } of files) {
      const { bytes } = await host.api.files.bytes({ file });
      const received = await host.api.translations.read({ bytes, name });
      expect(received).toMatchObject({ source: "vi", target: language, diagnostics: [] });
      expect(received.units.length).toBeGreaterThan(10);
      expect(planImport(opened.project, received, language)).toMatchObject({
        changes: [],
        skipped: 0,
        diagnostics: [],
      });
    }
  },
);

it("keeps texts that look like formulas text, all the way", async () => {
  const { session, project, sequence } = opened;
  const [id = ""] = Object.keys(project.texts);
  const words = '=HYPERLINK("http://x","y")';
  const { project: changed, change } = record(project, "text.type", (one) =>
    setVariantText(addLanguage(one, "jra"), { text: id, language: "jra" }, words),
  );
  await host.api.journal.append({ session, sequence: sequence + 1, change });
  const { files } = await host.api.translations.export({
    session,
    languages: ["jra"],
    format: "xlsx",
    words: "en",
    target: { name: "Formel" },
  });
  const [made] = files;
  if (!made) throw new Error("no file");
  const { bytes } = await host.api.files.bytes({ file: made.file });
  const received = await host.api.translations.read({ bytes, name: made.name });
  expect(received.units.find((unit) => unit.id === id)?.target).toEqual([{ kind: "words", text: words }]);
  expect(planImport(changed, received, "jra").changes).toEqual([]);
});

it("takes a formula a translator has put in for what it shows, and never runs it", async () => {
  const text = (value: string) => ({ value, type: String });
  const { project } = opened;
  const [id = ""] = Object.keys(project.texts);
  const bytes = await writeExcelFile(
    [
      ["Mã (đừng sửa)", "Vị trí", "Tiếng Việt (vi)", "Tiếng Khmer (km)", "Tình trạng"].map(text),
      [text(id), text(""), text("x"), { value: "=1+1", type: "Formula" as const }, text("")],
    ],
    { sheet: "km" },
  ).toBuffer();
  const received = await host.api.translations.read({ bytes, name: "km.xlsx" });
  expect(received.units.map(({ target }) => target)).toEqual([[]]);
  expect(received.diagnostics.map(({ code }) => code)).toEqual(["table.formulas-without-values"]);
});

it("refuses what is neither", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");
  const refused = await diagnosticsOfAsync(() => host.api.translations.read({ bytes, name: "x.pdf" }));
  expect(refused.map(({ code }) => code)).toEqual(["translate.unknown-file"]);
});
