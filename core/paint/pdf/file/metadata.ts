/** What the file says of itself, twice as PDF wants it: the Info dictionary and an XMP packet. */

import type { PDFRef } from "pdf-lib";
import type { PdfInfo } from "../pdf-options.ts";
import type { PdfFile } from "./pdf-file.ts";
import { dateString, textString } from "./text-string.ts";

const PRODUCER = "Xưởng Tin";

export function writeInfo(file: PdfFile, info: PdfInfo): PDFRef {
  const optional = (text: string | undefined) => (text ? textString(text) : undefined);
  return file.write({
    Title: textString(info.title),
    Author: optional(info.author),
    Subject: optional(info.subject),
    Keywords: optional(info.keywords.join(", ")),
    Creator: textString(PRODUCER),
    Producer: textString(PRODUCER),
    CreationDate: info.date && dateString(info.date),
    ModDate: info.date && dateString(info.date),
  });
}

/** Written uncompressed, so that programs that know no PDF can find it. */
export function writeXmp(file: PdfFile, info: PdfInfo): PDFRef {
  const packet = new TextEncoder().encode(xmpPacket(info));
  return file.writeStream({ Type: "Metadata", Subtype: "XML" }, packet, { plain: true });
}

export function xmpPacket({ title, author, subject, keywords, language, date }: PdfInfo): string {
  const moment = date && `${date.toISOString().slice(0, 19)}Z`;
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const list = (kind: "Seq" | "Bag", texts: readonly string[]) =>
    `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join("")}</rdf:${kind}>`;
  const lines = [
    "<dc:format>application/pdf</dc:format>",
    `<dc:title>${alternatives(title)}</dc:title>`,
    author && `<dc:creator>${list("Seq", [author])}</dc:creator>`,
    subject && `<dc:description>${alternatives(subject)}</dc:description>`,
    keywords.length > 0 && `<dc:subject>${list("Bag", keywords)}</dc:subject>`,
    `<dc:language>${list("Bag", [language])}</dc:language>`,
    keywords.length > 0 && `<pdf:Keywords>${escapeXml(keywords.join(", "))}</pdf:Keywords>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    moment && `<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    ...lines.filter((line) => typeof line === "string" && line !== ""),
    "</rdf:Description>",
    "</rdf:RDF>",
    "</x:xmpmeta>",
    '<?xpacket end="r"?>',
  ].join("\n");
}

const XML_ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 cannot hold at all are left out. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML forbids
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/[&<>"]/g, (character) => XML_ENTITIES[character] ?? character);
