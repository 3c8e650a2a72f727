import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { JobEvent } from "../../core/api/work-contract.ts";
import { record } from "../../core/document/history/record.ts";
import { type RunningHost, startHost } from "../support/running-host.ts";

let host: RunningHost;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.end());

const TITLE = "Thông báo lịch tiêm chủng xã Ea Tu";

it("makes a project from a template, keeps a change and exports a PDF that says so", async () => {
  const { api } = host;
  const { templates } = await api.templates.list({});
  const template = templates.find(({ id }) => id === "plain-page");
  expect(template?.languages).toContain("vi");

  const opened = await api.projects.create({ template: "plain-page", language: "vi" });
  const { change, project } = record(opened.project, "title.edit", (now) => ({
    ...now,
    title: { ...now.title, vi: TITLE },
  }));
  expect(await api.journal.append({ session: opened.session, sequence: 1, change })).toEqual({ sequence: 1 });

  const { job } = await api.exports.start({
    session: opened.session,
    language: "vi",
    settings: { format: "pdf", marks: false, ppi: 300, colour: "rgb" },
    target: { name: "Thông báo" },
    values: Object.fromEntries(
      project.slots.filter((slot) => slot.kind === "text").map((slot) => [slot.name, slot.sample ?? "Nội dung"]),
    ),
  });
  const events: JobEvent[] = [];
  for await (const event of api.jobs.watch({ job })) events.push(event);
  const end = events.at(-1);
  if (end?.kind !== "done") throw new Error(JSON.stringify(end));
  expect(events.slice(0, -1).every(({ kind }) => kind === "progress")).toBe(true);
  const [file] = end.files;
  if (!file) throw new Error("no file");
  expect(file.name).toBe("Thông báo.pdf");

  const { bytes } = await api.files.bytes({ file: file.file });
  const path = join(mkdtempSync(join(tmpdir(), "xuongtin-pdf-")), "a.pdf");
  writeFileSync(path, bytes);
  expect(execFileSync("pdfinfo", [path], { encoding: "utf8" })).toContain(`Title:           ${TITLE}`);
});
