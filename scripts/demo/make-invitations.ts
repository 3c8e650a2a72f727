import { join } from "node:path";
import type { Slot } from "../../core/document/schema/project.ts";
import type { TemplateSummary } from "../../host/make/list-templates.ts";
import { makeBatch } from "../../host/make/make-batch.ts";
import type { BatchRequest } from "../../host/make/make-request.ts";
import { writeTable } from "../../host/spreadsheet/write-table.ts";
import { type DemoProduct, demoSettings } from "./demo-product.ts";
import { guests } from "./guests.ts";

const TEMPLATE = "invitation-a6";
const GUESTS = 200;
/** A private character that no font has. */
const UNKNOWN_LETTER = "\uE0FF";

/** An invitation for each of 200 guests, from a spreadsheet that has two broken rows besides. */
export async function makeInvitations(templates: readonly TemplateSummary[], out: string): Promise<DemoProduct[]> {
  const template = templates.find(({ id }) => id === TEMPLATE);
  const guestSlot = template?.slots.find((slot) => slot.kind === "text" && slot.required);
  if (!template || !guestSlot) return [];
  const slots = template.slots.filter((slot) => slot.kind === "text");
  const names = guests(GUESTS);
  names.splice(56, 0, "");
  names.splice(132, 0, `Ông Nguyễn Văn ${UNKNOWN_LETTER}`);
  const data = join(out, "khach-moi.xlsx");
  await writeTable(data, {
    sheet: "Khách mời",
    headers: slots.map((slot) => slot.label.vi),
    rows: names.map((name, index) => slots.map((slot) => (slot === guestSlot ? name : cellOf(slot, index)))),
  });
  const request = {
    source: TEMPLATE,
    language: "vi",
    slots: [],
    fontFolders: [],
    data,
    sheet: undefined,
    rows: undefined,
  };
  const batches: readonly BatchRequest[] = [
    { ...request, out: join(out, "thiep-moi.pdf"), settings: demoSettings("pdf"), perRow: false, name: "" },
    {
      ...request,
      out: join(out, "png"),
      settings: demoSettings("png"),
      perRow: true,
      name: `{stt}-{${guestSlot.name}}`,
    },
  ];
  const products: DemoProduct[] = [];
  for (const batch of batches) {
    const report = await makeBatch(batch);
    products.push({ name: `${TEMPLATE} × ${report.rows.asked} ${batch.settings.format}`, report, expectedFailures: 2 });
  }
  return products;
}

/** Guests without a title are as common as those with one. */
const POSITIONS = ["Già làng", "", "Trưởng thôn", "", "Bí thư Chi bộ", "Chi hội trưởng Phụ nữ", "", "Giáo viên", ""];

function cellOf(slot: Slot, index: number): string {
  if (slot.kind !== "text") return "";
  if (slot.name === "stt") return String(index + 1).padStart(3, "0");
  if (slot.name === "chucdanh") return POSITIONS[index % POSITIONS.length] ?? "";
  return slot.sample ?? slot.label.vi;
}
