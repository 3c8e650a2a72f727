/**
 * Writes the Khmer and Lao dictionaries of the ICU data in this Node into `core/script/dictionaries`, to be run when another Node brings
 * better ones: `node scripts/dictionaries/extract-dictionaries.ts`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../core/script/dictionaries/", import.meta.url));
const DICTIONARIES = [
  { item: "khmerdict.dict", file: "khmer.ts", constant: "KHMER_DICTIONARY", words: "Khmer words" },
  { item: "laodict.dict", file: "lao.ts", constant: "LAO_DICTIONARY", words: "Lao words" },
] as const;

const binary = readFileSync(process.execPath);
const uint16 = (at: number): number => binary.readUInt16LE(at);
const uint32 = (at: number): number => binary.readUInt32LE(at);

/** Where the contents of ICU's data begin: after a header with the magic bytes and the format `CmnD`. */
function findContents(): number {
  for (let at = binary.indexOf("CmnD"); at >= 0; at = binary.indexOf("CmnD", at + 1)) {
    const header = at - 12;
    if (uint16(header + 2) === 0x27da && uint16(header) < 1_024) return header + uint16(header);
  }
  throw new Error("this Node has no ICU data of its own");
}

/** The trie of a dictionary, without its header. */
function readTrie(contents: number, name: string): Buffer {
  const count = uint32(contents);
  for (let index = 0; index < count; index += 1) {
    const entry = contents + 4 + index * 8;
    const nameAt = contents + uint32(entry);
    if (!binary.toString("latin1", nameAt, binary.indexOf(0, nameAt)).endsWith(`/brkitr/${name}`)) continue;
    const item = contents + uint32(entry + 4);
    const indexes = item + uint16(item);
    return binary.subarray(indexes + uint32(indexes), indexes + uint32(indexes + 12));
  }
  throw new Error(`this Node's ICU has no ${name}`);
}

const contents = findContents();
for (const { item, file, constant, words } of DICTIONARIES) {
  const trie = readTrie(contents, item);
  const lines = [
    `/** ${words} of ICU ${process.versions.icu}, as its BytesTrie; see LICENSE beside this file. Written by scripts/dictionaries. */`,
    "// biome-ignore format: data",
    `export const ${constant} = "${trie.toString("base64")}";`,
    "",
  ];
  writeFileSync(`${FOLDER}${file}`, lines.join("\n"));
  console.log(`${file}: ${trie.length} bytes`);
}
