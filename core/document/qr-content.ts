/** What QR codes hold, written the way phones understand: an address, a number to call, a network to join, a card. */

/** The kinds a form knows; anything else is text. */
export type QrContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "phone"; readonly phone: string }
  | { readonly kind: "email"; readonly address: string; readonly subject: string; readonly body: string }
  | {
      readonly kind: "wifi";
      readonly name: string;
      readonly password: string;
      readonly security: WifiSecurity;
      readonly hidden: boolean;
    }
  | ({ readonly kind: "card" } & CardFields);

export type QrKind = QrContent["kind"];
export type WifiSecurity = "WPA" | "WEP" | "nopass";

/** A visiting card; fields left empty are not written. */
export interface CardFields {
  readonly name: string;
  readonly title: string;
  readonly organization: string;
  readonly phone: string;
  readonly email: string;
  readonly url: string;
  readonly address: string;
}

/** An empty form of each kind. */
export const emptyContent: { readonly [Kind in QrKind]: Extract<QrContent, { kind: Kind }> } = {
  text: { kind: "text", text: "" },
  url: { kind: "url", url: "" },
  phone: { kind: "phone", phone: "" },
  email: { kind: "email", address: "", subject: "", body: "" },
  wifi: { kind: "wifi", name: "", password: "", security: "WPA", hidden: false },
  card: { kind: "card", name: "", title: "", organization: "", phone: "", email: "", url: "", address: "" },
};

/** What the code holds; empty where the form says nothing yet. */
export function writeQrContent(content: QrContent): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "url":
      return withScheme(content.url);
    case "phone":
      return content.phone === "" ? "" : `tel:${content.phone}`;
    case "email":
      return content.address === "" ? "" : writeEmail(content);
    case "wifi":
      return content.name === "" ? "" : writeWifi(content);
    case "card":
      return content.name === "" && content.organization === "" ? "" : writeCard(content);
  }
}

/** Without it phones search for the words rather than open the page. */
const withScheme = (url: string): string => (url === "" || /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`);

function writeEmail({ address, subject, body }: Extract<QrContent, { kind: "email" }>): string {
  const query = Object.entries({ subject, body })
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `mailto:${address}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** As ZXing describes it: backslashes before what separates. */
const escapeWifi = (text: string): string => text.replace(/[\\;,:"]/g, "\\$&");

function writeWifi({ name, password, security, hidden }: Extract<QrContent, { kind: "wifi" }>): string {
  const parts = [`T:${security}`, `S:${escapeWifi(name)}`];
  if (security !== "nopass") parts.push(`P:${escapeWifi(password)}`);
  if (hidden) parts.push("H:true");
  return `WIFI:${parts.join(";")};;`;
}

/** vCard 3.0 (RFC 2426), which every phone reads. */
const CARD_FIELDS: readonly (readonly [keyof CardFields, string])[] = [
  ["name", "FN"],
  ["title", "TITLE"],
  ["organization", "ORG"],
  ["phone", "TEL"],
  ["email", "EMAIL"],
  ["url", "URL"],
  ["address", "ADR"],
];
const escapeCard = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

function writeCard(card: CardFields): string {
  const lines = CARD_FIELDS.flatMap(([key, property]) => {
    if (card[key] === "") return [];
    const value = escapeCard(card[key]);
    // The street stands third in an address; the rest is left empty.
    return [`${property}:${key === "address" ? `;;${value};;;;` : value}`];
  });
  const family = card.name === "" ? [] : [`N:${escapeCard(card.name)};;;;`];
  return ["BEGIN:VCARD", "VERSION:3.0", ...family, ...lines, "END:VCARD"].join("\n");
}

/** The form a text was written by; a text that none writes exactly so stays text. */
export function readQrContent(data: string): QrContent {
  const read = readWifi(data) ?? readCard(data) ?? readEmail(data) ?? readPlain(data);
  return writeQrContent(read) === data ? read : { kind: "text", text: data };
}

function readPlain(data: string): QrContent {
  if (data.startsWith("tel:")) return { kind: "phone", phone: data.slice(4) };
  return /^https?:\/\//i.test(data) ? { kind: "url", url: data } : { kind: "text", text: data };
}

function readEmail(data: string): QrContent | undefined {
  if (!data.startsWith("mailto:")) return undefined;
  const [address = "", query = ""] = data.slice("mailto:".length).split("?", 2);
  const values = new Map(
    query.split("&").map((part) => {
      const [key = "", value = ""] = part.split("=", 2);
      return [key, decoded(value)] as const;
    }),
  );
  return { kind: "email", address, subject: values.get("subject") ?? "", body: values.get("body") ?? "" };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** `key:value` parts between semicolons; a backslash takes what follows as it is. */
function readWifi(data: string): QrContent | undefined {
  if (!data.startsWith("WIFI:")) return undefined;
  const values = new Map<string, string>();
  for (const part of data.slice("WIFI:".length).match(/(?:\\[\s\S]|[^;\\])+/g) ?? []) {
    const at = part.indexOf(":");
    values.set(part.slice(0, at), part.slice(at + 1).replace(/\\([\s\S])/g, "$1"));
  }
  const security = values.get("T");
  if (security !== "WPA" && security !== "WEP" && security !== "nopass") return undefined;
  const hidden = values.get("H") === "true";
  return { kind: "wifi", name: values.get("S") ?? "", password: values.get("P") ?? "", security, hidden };
}

function readCard(data: string): QrContent | undefined {
  if (!data.startsWith("BEGIN:VCARD")) return undefined;
  const values = new Map(
    data.split("\n").map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1)] as const;
    }),
  );
  const card = { ...emptyContent.card };
  const fields = CARD_FIELDS.map(([key, property]) => {
    const value = values.get(property) ?? "";
    const own = key === "address" ? value.replace(/^;;/, "").replace(/;;;;$/, "") : value;
    return [key, own.replace(/\\([\s\S])/g, (_, sign: string) => (sign === "n" ? "\n" : sign))] as const;
  });
  return { ...card, ...Object.fromEntries(fields) };
}
