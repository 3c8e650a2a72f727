import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../core/api/project-contract.ts";
import type { JobHandle } from "../../core/api/schemas.ts";
import type { ExportSettings, JobEvent } from "../../core/api/work-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { buildCatalog } from "../../core/fonts/catalog.ts";
import { fontChain } from "../../core/fonts/font-chain.ts";
import { openFont } from "../../core/fonts/open-font.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
let opened: OpenSession;
beforeAll(async () => {
  home = temporaryHome();
  mkdirSync(join(home.folder, "projects", "Phông chữ"), { recursive: true });
  const lao = new URL(
    "../../node_modules/@expo-google-fonts/phetsarath/400Regular/Phetsarath_400Regular.ttf",
    import.meta.url,
  );
  // A font of the user: any that is not called as one of the catalogue is.
  writeFileSync(join(home.folder, "projects", "Phông chữ", "Riêng.ttf"), renamed(readFileSync(lao)));
  host = startMemoryHost(home.folder);
  opened = await host.api.projects.create({ template: "invitation-a6", language: "vi" });
});
afterAll(async () => {
  await host.service.close();
  expect(host.defects).toEqual([]);
  home.end();
});

/** The same font under another family's name, as long as the first. */
function renamed(font: Buffer): Buffer {
  const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16();
  for (const [from, to] of [
    [utf16("Phetsarath"), utf16("Rieng Toi1")],
    [Buffer.from("Phetsarath"), Buffer.from("Rieng_Toi1")],
  ] as const) {
    for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at)) to.copy(font, at);
  }
  return font;
}

const PDF: ExportSettings = { format: "pdf", marks: false, ppi: 300, colour: "rgb" };

async function endOf(job: JobHandle) {
  let last: JobEvent | undefined;
  for await (const event of host.api.jobs.watch({ job })) last = event;
  return last;
}

const values = () =>
  Object.fromEntries(
    opened.project.slots
      .filter(({ kind }) => kind === "text")
      .map((slot) => [slot.name, ("sample" in slot && slot.sample) || "Già làng Y Thuyên"]),
  );

const startExport = (settings: Partial<ExportSettings>, name: string) =>
  host.api.exports.start({
    session: opened.session,
    language: "vi",
    settings: { ...PDF, ...settings },
    target: { name },
    values: values(),
  });

const exported = () => readdirSync(host.home.exports).sort();

/** A row per guest with every text of the invitation. */
function guests(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const sample = values();
  const headers = Object.keys(sample);
  const [nameSlot = ""] = headers;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = names.map((name) =>
    headers.map((header) => quoted(header === nameSlot ? name : (sample[header] ?? ""))),
  );
  return new TextEncoder().encode([headers.map(quoted), ...rows].map((row) => row.join(",")).join("\n"));
}

describe("exports", () => {
  it("never replace what is there", async () => {
    for (let count = 1; count <= 3; count += 1) {
      const end = await endOf((await startExport({}, "Giấy mời")).job);
      expect(end?.kind).toBe("done");
    }
    expect(exported()).toEqual(["Giấy mời (2).pdf", "Giấy mời (3).pdf", "Giấy mời.pdf"].sort());
    const end = await endOf((await startExport({ format: "png", ppi: 72 }, "Giấy mời")).job);
    expect(end?.kind === "done" && end.files[0]?.name).toMatch(/^Giấy mời(-\d+)?\.png$/);
  });

  it("tell what is wrong, and write nothing", async () => {
    const before = exported();
    const { job } = await host.api.exports.start({
      session: opened.session,
      language: "vi",
      settings: PDF,
      target: { name: "Lỗi" },
      values: { "khong-co": "x" },
    });
    const end = await endOf(job);
    expect(end).toMatchObject({ kind: "failed" });
    if (end?.kind === "failed") {
      expect(end.diagnostics.length).toBeGreaterThan(0);
      expect(JSON.stringify(end.diagnostics)).not.toContain(home.folder);
    }
    expect(exported()).toEqual(before);
  });

  it("leave nothing of their work in the session's folder", () => {
    const sessions = join(host.home.data, "sessions");
    const [id = ""] = readdirSync(sessions);
    expect(readdirSync(join(sessions, id)).filter((name) => name.startsWith("work-"))).toEqual([]);
  });
});

describe("batches", () => {
  it("show the table, match its columns and make a file of every row", async () => {
    const table = await host.api.batches.inspect({
      session: opened.session,
      bytes: guests(["Y Bhăm Niê", "H’Linh Êban", "Lò Văn Păn"]),
      name: "Khách mời.csv",
    });
    expect(table.rowCount).toBe(3);
    expect(table.matched.map(({ slot }) => slot)).toEqual(table.headers);
    const { job } = await host.api.batches.start({
      session: opened.session,
      table: table.table,
      language: "vi",
      settings: PDF,
      target: { name: "Từng khách" },
      rows: "1, 3",
      fileNames: `{${table.headers[0]}}`,
    });
    const end = await endOf(job);
    expect(end).toMatchObject({ kind: "done", rows: { asked: 2, made: 2, failed: [] } });
    expect(readdirSync(join(host.home.exports, "Từng khách")).sort()).toEqual(
      ["Lò Văn Păn.pdf", "Y Bhăm Niê.pdf"].sort(),
    );
  });

  it("can be canceled, and leave no file", async () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `Khách thứ ${index + 1}`);
    const { table } = await host.api.batches.inspect({
      session: opened.session,
      bytes: guests(names),
      name: "nhiều.csv",
    });
    const { job } = await host.api.batches.start({
      session: opened.session,
      table,
      language: "vi",
      settings: PDF,
      target: { name: "Bị hủy" },
    });
    const kinds = new Set<string>();
    for await (const event of host.api.jobs.watch({ job })) {
      kinds.add(event.kind);
      if (event.kind === "progress" && (event.fraction ?? 0) > 0) await host.api.jobs.cancel({ job });
    }
    expect([...kinds]).toEqual(["progress", "canceled"]);
    expect(exported()).not.toContain("Bị hủy.pdf");
    // Whoever asks later hears how it ended.
    expect((await endOf(job))?.kind).toBe("canceled");
  });

  it("refuse tables that are none", async () => {
    const call = host.api.batches.inspect({
      session: opened.session,
      bytes: new TextEncoder().encode("%PDF-1.7"),
      name: "Danh sách.xlsx",
    });
    await expect(call).rejects.toThrow(DiagnosticError);
  });
});

it("records changes while a batch is made", async () => {
  const { table } = await host.api.batches.inspect({
    session: opened.session,
    bytes: guests(Array.from({ length: 3_000 }, (_, index) => `Khách ${index + 1}`)),
    name: "lâu.csv",
  });
  const { job } = await host.api.batches.start({
    session: opened.session,
    table,
    language: "vi",
    settings: PDF,
    target: { name: "Lâu" },
  });
  const own = await host.api.projects.create({ template: "plain-page", language: "vi" });
  for (let sequence = 1; sequence <= 20; sequence += 1) {
    const patches = [{ path: ["title", "vi"], before: own.project.title.vi, after: `Lần ${sequence}` }];
    await host.api.journal.append({ session: own.session, sequence, change: { label: "title.edit", patches } });
  }
  let stillRunning = false;
  for await (const event of host.api.jobs.watch({ job })) {
    stillRunning = event.kind === "progress";
    break;
  }
  expect(stillRunning).toBe(true);
  await host.api.jobs.cancel({ job });
  expect((await endOf(job))?.kind).toBe("canceled");
});

describe("fonts", () => {
  it("make the same chain in the screen as on the machine, faces and all", async () => {
    const { catalog, userFamilies } = await host.api.fonts.list({});
    const built = buildCatalog(catalog, userFamilies);
    const [key = ""] = fontChain(built, { family: { role: "text" }, weight: 400, italic: false }, "km");
    const { bytes } = await host.api.fonts.bytes({ key });
    const entry = built.faceByKey.get(key);
    if (!entry) throw new Error("no face");
    const { family, face } = entry;
    const opened = openFont(key, bytes, {
      family: family.name,
      weight: face.weight,
      italic: face.italic,
      file: key,
      scripts: family.scripts,
    });
    expect(opened.glyphOf("ក".codePointAt(0) ?? 0)).toBeGreaterThan(0);
  });

  it("of the user come without their places", async () => {
    const { userFamilies } = await host.api.fonts.list({});
    const mine = userFamilies.find(({ name }) => name.startsWith("Rieng"));
    const key = mine?.faces[0]?.key ?? "";
    expect(mine?.origin).toEqual({ userFolder: "" });
    expect(JSON.stringify(userFamilies)).not.toContain("Phông chữ");
    expect((await host.api.fonts.bytes({ key })).bytes.length).toBeGreaterThan(1_000);
  });

  it("there are none of are refused", async () => {
    for (const key of ["../../package.json", "noto-sans/../../x", "__proto__"]) {
      await expect(host.api.fonts.bytes({ key })).rejects.toThrow("font.unknown-key");
    }
  });
});

describe("previews", () => {
  it("are painted once and kept", async () => {
    const wish = { template: "invitation-a6", language: "vi", width: 200 };
    const first = await host.api.templates.preview(wish);
    expect([first.width, first.png[1]]).toEqual([200, 0x50]);
    const folder = join(host.home.data, "previews");
    const times = () => readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
    const before = times();
    expect(before).toHaveLength(1);
    const again = await host.api.templates.preview(wish);
    expect(Buffer.from(again.png).equals(first.png)).toBe(true);
    expect(times()).toEqual(before);
    await host.api.templates.preview({ ...wish, width: 100 });
    expect(times().length).toBe(2);
  });

  it("there can be none of are refused", async () => {
    await expect(host.api.templates.preview({ template: "x", language: "vi", width: 200 })).rejects.toThrow(
      "template.unknown",
    );
    await expect(
      host.api.templates.preview({ template: "invitation-a6", language: "vi", width: 200, page: 99 }),
    ).rejects.toThrow("preview.no-such-page");
  });
});
