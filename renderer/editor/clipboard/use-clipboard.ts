import { useEffect } from "react";
import { removeSelected } from "../actions.ts";
import { type Editor, useEditor } from "../editor.ts";
import { copiedWords } from "./copy-clip.ts";
import { clipOfPlain, lastClip } from "./last-clip.ts";
import { type PasteData, type PasteWay, pasteData } from "./paste-data.ts";

/** Where text is written or chosen the clipboard is that of the text. */
const TEXT = "input, textarea, select, [contenteditable]";

/** Copy, cut and paste of frames by the system's clipboard, however they are asked for. */
export function useClipboard(): void {
  const editor = useEditor();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean =>
      !event.defaultPrevented &&
      !(event.target instanceof Element && event.target.closest(TEXT)) &&
      (asking || !document.querySelector('[role="dialog"], [role="menu"]')) &&
      editor.store.getState().writing === undefined;
    const copy = (event: ClipboardEvent): void => {
      if (!isOurs(event) || !event.clipboardData || (!asking && getSelection()?.isCollapsed === false)) return;
      const words = copiedWords(editor);
      if (!words) return;
      event.preventDefault();
      event.clipboardData.setData("text/html", words.html);
      event.clipboardData.setData("text/plain", words.plain);
      if (event.type === "cut") removeSelected(editor);
    };
    const paste = (event: ClipboardEvent): void => {
      if (!isOurs(event) || !event.clipboardData) return;
      event.preventDefault();
      const html = event.clipboardData.getData("text/html");
      const plain = event.clipboardData.getData("text/plain");
      const files = [...event.clipboardData.files];
      void pasteData(editor, { html, plain, files }, "beside");
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("paste", paste);
    };
  }, [editor]);
}

/** True while a menu has asked, so that the event is ours wherever the focus is. */
let asking = false;

/** The same from a menu or a button. */
export function copyNow(what: "copy" | "cut"): void {
  asking = true;
  try {
    // The only way to the clipboard from a click that also carries HTML without asking for a permission.
    document.execCommand(what);
  } finally {
    asking = false;
  }
}

/** From a menu, or another way than beside: what the system's clipboard holds where it may be read, else what was last copied in this program. */
export async function pasteNow(editor: Editor, way: PasteWay): Promise<void> {
  const data = (await readClipboard()) ?? lastData();
  if (data) await pasteData(editor, data, way);
}

function lastData(): PasteData | undefined {
  const words = lastClip();
  return words && { ...words, files: [] };
}

async function readClipboard(): Promise<PasteData | undefined> {
  try {
    const items = await navigator.clipboard.read();
    const text = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item ? (await item.getType(type)).text() : "";
    };
    const plain = await text("text/plain");
    const pictures = items.filter(({ types }) => types.includes("image/png"));
    const files = await Promise.all(
      pictures.map(async (item) => new File([await item.getType("image/png")], "clipboard.png", { type: "image/png" })),
    );
    return { html: clipOfPlain(plain) ?? (await text("text/html")), plain, files };
  } catch {
    // Not allowed here, or nothing on it.
    return undefined;
  }
}
