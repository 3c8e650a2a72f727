import { resolve } from "node:path";
import { titlesOf } from "../../core/programme/titles/title-package.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, type Invocation, jsonOption } from "../command.ts";
import { readChoice, readSeconds } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { missingArgument, missingOption } from "../usage-diagnostics.ts";

const FILE = "tệp/file";
const ID = "mã/id";
const SECONDS = "giây/seconds";

const options = {
  package: {
    kind: "value",
    placeholder: "bộ/package",
    help: { vi: "Bộ chữ hình, hoặc tệp dự án có clip", en: "The title package, or a project file with a clip" },
  },
  title: {
    kind: "value",
    placeholder: "mẫu/title",
    help: { vi: "Mẫu nào của bộ, ví dụ lower-third", en: "Which title of it, such as lower-third" },
  },
  set: {
    kind: "list",
    short: "s",
    placeholder: "ô=chữ/slot=text",
    help: {
      vi: "Điền một ô; ô:km=chữ điền tiếng Khmer, ô=@tệp.txt lấy chữ từ tệp, ô=@ảnh.png lấy ảnh",
      en: "Fill a slot; slot:km=text in Khmer, slot=@file.txt the text of a file, slot=@logo.png a picture",
    },
  },
  programme: {
    kind: "value",
    placeholder: ID,
    help: { vi: "Clip nào của dự án, nếu có nhiều", en: "Which clip of the project, where it has several" },
  },
  scene: {
    kind: "value",
    placeholder: ID,
    help: { vi: "Cảnh mà --at tính từ đầu cảnh đó", en: "The scene from whose beginning --at counts" },
  },
  at: {
    kind: "value",
    placeholder: SECONDS,
    help: { vi: "Hiện từ giây nào; mặc định 0", en: "When it comes; 0 by default" },
  },
  duration: {
    kind: "value",
    placeholder: SECONDS,
    help: {
      vi: "Hiện bao lâu; mặc định như trong bộ, biểu trưng và tin chạy hiện đến hết",
      en: "How long it stays; as in the package by default, logo and crawl to the end",
    },
  },
  id: {
    kind: "value",
    placeholder: ID,
    help: { vi: "Mã của lớp chữ; mặc định theo tên mẫu", en: "Id of the overlay; the title’s by default" },
  },
  out: {
    kind: "value",
    short: "o",
    placeholder: FILE,
    help: { vi: "Tệp .xtin kết quả; có thể là chính dự án", en: "The .xtin file to write, which may be the project" },
  },
  json: jsonOption,
} as const;

export const titlesCommand = defineCommand({
  name: "titles",
  summary: {
    vi: "Liệt kê các bộ chữ hình, hoặc thêm một mẫu chữ vào clip",
    en: "List the title packages, or put a title over a clip",
  },
  arguments: [
    { name: "add", required: false, help: { vi: "Thêm một mẫu chữ", en: "Put in a title" } },
    {
      name: "tệp",
      required: false,
      help: { vi: "Tệp .xtin hoặc project.json có clip", en: "An .xtin or project.json file with a clip" },
    },
  ],
  options,
  examples: [
    "xuongtin titles",
    'xuongtin titles add phim.xtin --package news --title lower-third --set "name=Rơ Châm H’Bia" --set "role=Trạm trưởng" --scene phong-van --at 1 --out phim.xtin',
    "xuongtin titles add phim.xtin --package news --title credits --set credits=@ekip.txt --at 52 --duration 8 --out phim.xtin",
  ],
  async run(invocation) {
    const [action, source] = invocation.arguments;
    if (action === undefined) return list(invocation);
    readChoice("titles", "add", action, ["add"]);
    if (source === undefined) throw missingArgument("titles", "tệp");
    return add(source, invocation);
  },
});

async function list({ options: { json }, terminal }: Invocation<typeof options>): Promise<ExitCode> {
  const { listTitlePackages } = await import("../../host/titles/title-packages.ts");
  const { packages, diagnostics } = await listTitlePackages();
  const ok = diagnostics.length === 0;
  const told = packages.map(({ id, opened: { project } }) => ({
    id,
    name: project.title,
    description: project.description,
    titles: titlesOf(project).map((title) => ({
      id: title.id,
      name: title.overlay.name,
      type: title.overlay.type,
      shapes: title.pages.map(({ size }) => size ?? { width: project.page.width, height: project.page.height }),
      slots: title.slots.map(({ name, slot }) => ({ ...slot, name })),
    })),
  }));
  if (json) {
    printJson(terminal, { ok, packages: told, diagnostics });
    return ok ? ExitCode.ok : ExitCode.failed;
  }
  for (const { id, name, description, titles } of told) {
    terminal.out(`${id}\n  ${name.vi ?? id} / ${name.en ?? id}\n`);
    if (description) terminal.out(`  ${description.vi}\n  ${description.en}\n`);
    for (const title of titles) {
      terminal.out(`  --title ${title.id}  ${title.name ?? ""}\n`);
      for (const slot of title.slots) {
        const needed = slot.required ? ", bắt buộc / required" : "";
        const value = slot.kind === "image" ? "@…" : "…";
        terminal.out(`    --set ${slot.name}=${value}  ${slot.label.vi} / ${slot.label.en}${needed}\n`);
      }
    }
    terminal.out("\n");
  }
  for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
  return ok ? ExitCode.ok : ExitCode.failed;
}

async function add(source: string, { options: given, terminal }: Invocation<typeof options>): Promise<ExitCode> {
  if (given.package === undefined) throw missingOption("titles", "package", options.package.placeholder);
  if (given.title === undefined) throw missingOption("titles", "title", options.title.placeholder);
  if (given.out === undefined) throw missingOption("titles", "out", FILE);
  const { addTitle } = await import("../../host/titles/add-title.ts");
  const report = await addTitle({
    source,
    programme: given.programme,
    package: given.package,
    title: given.title,
    slots: given.set,
    scene: given.scene,
    at: given.at === undefined ? 0 : readSeconds("titles", "at", given.at),
    duration: given.duration === undefined ? undefined : readSeconds("titles", "duration", given.duration),
    id: given.id,
    out: resolve(given.out),
  });
  if (given.json) printJson(terminal, report);
  else {
    for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
    if (report.diagnostics.length > 0) terminal.err(summarizeDiagnostics(report.diagnostics));
    if (report.ok) terminal.out(`${report.path}\n`);
  }
  return report.ok ? ExitCode.ok : ExitCode.failed;
}
