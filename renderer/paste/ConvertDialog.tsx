import "./paste.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ENCODING_NAMES } from "../../core/script/legacy/encoding-names.ts";
import { LEGACY_ENCODINGS, type LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import { likelyEncodings, readAs } from "./conversion-offer.ts";

export interface ConvertDialogProps {
  readonly text: string;
  readonly onConvert: (encoding: LegacyEncoding) => void;
  readonly onClose: () => void;
}

/** Text that is on the page already, read in an old encoding: before and after, and which encoding. */
export function ConvertDialog({ text, onConvert, onClose }: ConvertDialogProps) {
  const { t } = useTranslation();
  const likely = likelyEncodings(text);
  const [encoding, setEncoding] = useState<LegacyEncoding>(likely[0] ?? "tcvn3");
  const others = LEGACY_ENCODINGS.filter((one) => !likely.includes(one));
  const after = readAs(text, encoding);
  return (
    <Dialog
      title={t("write.convertTitle")}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            variant="primary"
            isDisabled={after === text}
            onPress={() => {
              onConvert(encoding);
              onClose();
            }}
          >
            {t("write.convert")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <Select
          label={t("write.encoding")}
          value={encoding}
          onChange={setEncoding}
          options={[...likely, ...others].map((one) => ({ value: one, text: ENCODING_NAMES[one] }))}
        />
        <div className="convert-sides">
          <figure>
            <figcaption>{t("write.before")}</figcaption>
            <p>{text}</p>
          </figure>
          <figure>
            <figcaption>{t("write.after")}</figcaption>
            <p lang="vi">{after}</p>
          </figure>
        </div>
        {after === text && <p className="field-help">{t("write.nothingToConvert")}</p>}
      </div>
    </Dialog>
  );
}
