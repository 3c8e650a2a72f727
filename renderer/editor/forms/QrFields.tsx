import { useTranslation } from "react-i18next";
import type { CardFields, QrContent } from "../../../core/document/qr-content.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";

const CARD: readonly (keyof CardFields)[] = ["name", "title", "organization", "phone", "email", "url", "address"];

/** The questions one kind of QR code asks. */
export function QrFields({
  content,
  onChange,
}: {
  readonly content: QrContent;
  readonly onChange: (content: QrContent) => void;
}) {
  const { t } = useTranslation();
  switch (content.kind) {
    case "text":
      return (
        <TextField
          label={t("frames.qr.text")}
          lines={2}
          value={content.text}
          onChange={(text) => onChange({ ...content, text })}
        />
      );
    case "url":
      return (
        <TextField
          label={t("frames.qr.url")}
          type="url"
          placeholder="gialai.gov.vn"
          value={content.url}
          onChange={(url) => onChange({ ...content, url: url.trim() })}
        />
      );
    case "phone":
      return (
        <TextField
          label={t("frames.qr.phone")}
          type="tel"
          value={content.phone}
          onChange={(phone) => onChange({ ...content, phone })}
        />
      );
    case "email":
      return (
        <>
          <TextField
            label={t("frames.qr.email")}
            type="email"
            value={content.address}
            onChange={(address) => onChange({ ...content, address })}
          />
          <TextField
            label={t("frames.qr.subject")}
            value={content.subject}
            onChange={(subject) => onChange({ ...content, subject })}
          />
          <TextField
            label={t("frames.qr.body")}
            lines={2}
            value={content.body}
            onChange={(body) => onChange({ ...content, body })}
          />
        </>
      );
    case "wifi":
      return (
        <>
          <TextField
            label={t("frames.qr.network")}
            value={content.name}
            onChange={(name) => onChange({ ...content, name })}
          />
          <Select
            label={t("frames.qr.security")}
            value={content.security}
            options={[
              { value: "WPA", text: "WPA / WPA2 / WPA3" },
              { value: "WEP", text: "WEP" },
              { value: "nopass", text: t("frames.qr.open") },
            ]}
            onChange={(security) => onChange({ ...content, security, ...(security === "nopass" && { password: "" }) })}
          />
          {content.security !== "nopass" && (
            <TextField
              label={t("frames.qr.password")}
              value={content.password}
              onChange={(password) => onChange({ ...content, password })}
            />
          )}
          <Checkbox isSelected={content.hidden} onChange={(hidden) => onChange({ ...content, hidden })}>
            {t("frames.qr.hidden")}
          </Checkbox>
        </>
      );
    case "card":
      return CARD.map((field) => (
        <TextField
          key={field}
          label={t(`frames.qr.card.${field}`)}
          value={content[field]}
          onChange={(value) => onChange({ ...content, [field]: value })}
        />
      ));
  }
}
