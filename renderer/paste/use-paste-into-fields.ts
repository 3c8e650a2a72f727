import { useEffect } from "react";
import { typeText } from "../letters/text-target.ts";
import { offerConversion, readAs } from "./conversion-offer.ts";

/** Looks at what is pasted into fields for the words of a product, and offers to convert it there. */
export function usePasteIntoFields(): void {
  useEffect(() => {
    const look = ({ target, clipboardData, defaultPrevented }: ClipboardEvent): void => {
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
      if (defaultPrevented || !isField || !target.hasAttribute("lang") || target.readOnly) return;
      const start = target.selectionStart ?? 0;
      const text = clipboardData?.getData("text/plain") ?? "";
      if (text === "") return;
      offerConversion(text, (encoding) => {
        // As the field took it: one of a single line has no line ends.
        const taken = [text.replace(/\r\n?/g, "\n"), text.replace(/[\r\n]+/g, "")].find((one) =>
          target.value.startsWith(one, start),
        );
        if (!target.isConnected || taken === undefined) return;
        target.focus();
        target.setSelectionRange(start, start + taken.length);
        typeText(readAs(taken, encoding), target);
      });
    };
    document.addEventListener("paste", look);
    return () => document.removeEventListener("paste", look);
  }, []);
}
