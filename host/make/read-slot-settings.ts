import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Slot } from "../../core/document/schema/project.ts";
import type { SlotValue, SlotValues } from "../../core/merge/apply-slots.ts";
import { valueTooLong } from "../../core/merge/merge-diagnostics.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import type { OpenedProject } from "../package/open-project.ts";
import { slotFileNotUtf8, slotSettingWithoutName } from "./make-diagnostics.ts";
import { loadPicture } from "./open-source.ts";

/** A book of 500 pages; more is a file taken by mistake. */
const LONGEST_TEXT = 1_500_000;

export interface SlotSettings {
  readonly values: SlotValues;
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[];
}

/**
 * `slot=text`, `slot=@file` and `slot=@@text` as values. What a file is depends on its slot: a picture, or UTF-8 text.
 * Slots that are not there are kept, for `applySlots` to report.
 */
export async function readSlotSettings(settings: readonly string[], source: OpenedProject): Promise<SlotSettings> {
  const values: Record<string, SlotValue> = {};
  const files: string[] = [];
  for (const setting of settings) {
    const at = setting.indexOf("=");
    if (at < 1) throw new DiagnosticError([slotSettingWithoutName(setting)]);
    const name = setting.slice(0, at).trim();
    const given = setting.slice(at + 1);
    const slot = source.project.slots.find((one) => one.name === name);
    if (!given.startsWith("@") || given.startsWith("@@")) {
      values[name] = given.startsWith("@@") ? given.slice(1) : given;
    } else {
      const file = resolve(given.slice(1));
      files.push(file);
      values[name] =
        slot?.kind === "image" ? { asset: (await loadPicture(source, file)).id } : await readText(name, file);
    }
    if (slot) checkLength(slot, values[name]);
  }
  return { values, files };
}

async function readText(slot: string, file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new DiagnosticError([{ ...fileNotReadable(file, errorReason(error)), target: { file, slot } }], {
      cause: error,
    });
  });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // The newline at the end of a file is no empty paragraph.
    return text.replace(/(?:\r\n?|\n)$/, "");
  } catch (error) {
    throw new DiagnosticError([slotFileNotUtf8(slot, file)], { cause: error });
  }
}

function checkLength(slot: Slot, value: SlotValue | undefined): void {
  if (typeof value !== "string" || value.length <= LONGEST_TEXT) return;
  throw new DiagnosticError([valueTooLong(slot, {}, value.length, LONGEST_TEXT)]);
}
