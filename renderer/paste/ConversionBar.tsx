import "./paste.css";
import { ArrowRight, FileWarning } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { ENCODING_NAMES } from "../../core/script/legacy/encoding-names.ts";
import type { LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { type ConversionOffer, closeOffer, conversion, readAs } from "./conversion-offer.ts";
import { usePasteIntoFields } from "./use-paste-into-fields.ts";

/** Offers to convert what was pasted, until it is answered; meanwhile work goes on. */
export function ConversionBar() {
  usePasteIntoFields();
  const offer = useStore(conversion, (state) => state.offer);
  return offer ? <OpenBar key={offer.text} offer={offer} /> : null;
}

/** Letters shown of what was pasted. */
const EXCERPT = 90;
const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

function OpenBar({ offer }: { readonly offer: ConversionOffer }) {
  const { t } = useTranslation();
  const [encoding, setEncoding] = useState<LegacyEncoding>(offer.encodings[0] ?? "tcvn3");
  useEffect(() => closeOffer, []);
  return (
    <section className="conversion-bar" aria-label={t("write.oldEncoding")} role="status">
      <FileWarning aria-hidden size={18} strokeWidth={1.75} className="tone-warning" />
      <div className="conversion-words">
        <p>{t("write.oldEncoding")}</p>
        <p className="conversion-sample">
          <span>{excerpt(offer.text)}</span>
          <ArrowRight aria-hidden size={14} />
          <b lang="vi">{excerpt(readAs(offer.text, encoding))}</b>
        </p>
      </div>
      {offer.encodings.length > 1 && (
        <Select
          label={t("write.encoding")}
          labelHidden
          value={encoding}
          onChange={setEncoding}
          options={offer.encodings.map((one) => ({ value: one, text: ENCODING_NAMES[one] }))}
        />
      )}
      <Button
        variant="primary"
        size="small"
        onPress={() => {
          offer.convert(encoding);
          closeOffer();
        }}
      >
        {t("write.convert")}
      </Button>
      <Button size="small" onPress={closeOffer}>
        {t("write.keepAsIs")}
      </Button>
    </section>
  );
}
