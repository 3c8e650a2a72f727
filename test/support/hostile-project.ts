/** Projects as somebody might send them who wants something run, read or fetched on the machine of whoever opens them. */

import { createHash } from "node:crypto";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import type { Inline } from "../../core/document/schema/text.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { rawZip } from "./raw-zip.ts";
import { sampleProject } from "./sample-project.ts";

/** Sets this in whatever page runs it. */
export const MARK = "xuongtinPwned";
/** What anybody asks who fetches something for a hostile file. */
export const EVIL = "http://evil.example";
const RUN = `window.${MARK}=1`;

/** Text that is script, mark-up, a template or a path where it is put into a page, a file or a command. */
export const SCRIPT_TEXT = `"'><script>${RUN}</script><img src=x onerror=${RUN}>\${${RUN}}{{${RUN}}}%3Cscript%3E\u202e\u2066`;

const LINKS = [
  `javascript:${RUN}`,
  ` java\nscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  "file:///etc/passwd",
  "\\\\evil.example\\share\\a.exe",
  "//evil.example/a",
  `${EVIL}/honest?"onclick="${RUN}`,
];

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40"';
const SHAPE = '<rect width="60" height="40" fill="#c8102e"/>';
/** Each as a whole file; what they draw honestly is a red sheet. */
export const SVG_TRICKS: Readonly<Record<string, string>> = {
  script: `<svg ${SVG}><script>${RUN}</script>${SHAPE}</svg>`,
  handlers: `<svg ${SVG} onload="${RUN}"><rect width="60" height="40" fill="#c8102e" onclick="${RUN}" onbegin="${RUN}"/></svg>`,
  foreign: `<svg ${SVG}>${SHAPE}<foreignObject width="60" height="40"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:${RUN}"/></foreignObject></svg>`,
  outside: `<svg ${SVG}>${SHAPE}<image width="60" height="40" xlink:href="${EVIL}/a.png"/><use xlink:href="${EVIL}/a.svg#b"/></svg>`,
  files: `<svg ${SVG}>${SHAPE}<image width="60" height="40" xlink:href="file:///etc/passwd"/></svg>`,
  style: `<svg ${SVG}><style>@import url("${EVIL}/a.css"); rect { fill: url("${EVIL}/b.svg#c") }</style>${SHAPE}<rect width="9" height="9" style="fill:url(${EVIL}/d.svg#e);background:url(${EVIL}/f)"/></svg>`,
  animation: `<svg ${SVG}>${SHAPE}<a xlink:href="javascript:${RUN}"><rect width="9" height="9"/><animate attributeName="xlink:href" to="javascript:${RUN}"/></a><set attributeName="onload" to="${RUN}"/></svg>`,
  instruction: `<?xml-stylesheet href="${EVIL}/a.css"?><svg ${SVG}>${SHAPE}</svg>`,
  doctype: `<!DOCTYPE svg SYSTEM "${EVIL}/a.dtd"><svg ${SVG}>${SHAPE}</svg>`,
};

const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");
const fileOf = (content: string): string => `assets/${digestOf(content)}.svg`;
const label = { vi: SCRIPT_TEXT, en: SCRIPT_TEXT };

/** A project that can be opened: every word in it is a trick. */
export function trickyProject(): Project {
  const assets = Object.entries(SVG_TRICKS).map(
    ([id, content]): AssetEntry => ({
      id,
      file: fileOf(content),
      sha256: digestOf(content),
      name: `../../${SCRIPT_TEXT}.svg`,
      credit: SCRIPT_TEXT,
    }),
  );
  const links = LINKS.map((link): Inline => ({ text: "Xem thêm ", format: { link, underline: true } }));
  const words: readonly Inline[] = [SCRIPT_TEXT, { slot: "khach" }, ...links];
  return sampleProject({
    kind: "project",
    title: { vi: SCRIPT_TEXT, km: SCRIPT_TEXT },
    author: SCRIPT_TEXT,
    keywords: [SCRIPT_TEXT],
    description: label,
    page: { width: 210, height: 297, bleed: 3, margins: { top: 10, right: 10, bottom: 10, left: 10 } },
    swatches: [{ id: "do", name: label, rgb: "#c8102e" }],
    paragraphStyles: [{ id: "than", name: label }],
    characterStyles: [{ id: "dam", name: label, character: { weight: 700, link: `javascript:${RUN}` } }],
    masters: [{ id: "mau", name: label, frames: [] }],
    texts: {
      constructor: {
        variants: { vi: { blocks: [{ runs: [...words] }] }, km: { blocks: [{ runs: [...words] }] } },
        note: SCRIPT_TEXT,
      },
    },
    assets,
    slots: [{ kind: "text", name: "khach", label, sample: SCRIPT_TEXT }],
    pages: [
      {
        id: "p1",
        master: "mau",
        frames: [
          {
            type: "text",
            id: "chu",
            name: SCRIPT_TEXT,
            x: 15,
            y: 15,
            width: 180,
            height: 120,
            text: "constructor",
            style: "than",
          },
          { type: "qr", id: "ma", name: SCRIPT_TEXT, x: 150, y: 240, width: 30, height: 30, data: `javascript:${RUN}` },
          ...assets.map(({ id }, index) => ({
            type: "image" as const,
            id: `anh-${index}`,
            name: SCRIPT_TEXT,
            x: 15 + 62 * (index % 3),
            y: 140 + 32 * Math.floor(index / 3),
            width: 55,
            height: 28,
            asset: id,
          })),
        ],
      },
    ],
  });
}

/** The same as a package. */
export const trickyPackage = (): Uint8Array =>
  rawZip([
    { name: "project.json", content: Buffer.from(serializeProject(trickyProject())) },
    ...Object.values(SVG_TRICKS).map((content) => ({ name: fileOf(content), content: Buffer.from(content) })),
  ]);
