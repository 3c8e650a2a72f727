import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { loadPicture } from "../../host/make/open-source.ts";
import { createRowPictures } from "../../host/make/row-pictures.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { decodeFrames } from "./support/decode-raw.ts";
import { lavfi } from "./support/hostile-files.ts";
import { makeMedia } from "./support/make-media.ts";

const MARKED = lavfi("color=0x606060:s=64x48,drawbox=0:0:32:24:0xc02020:fill");
const SIZE = { width: 64, height: 48 };

test.each([
  ["web.webp", ["-c:v", "libwebp", "-quality", "95"]],
  ["điện thoại.avif", ["-c:v", "libaom-av1", "-still-picture", "1", "-cpu-used", "8", "-crf", "10"]],
  ["mang tên.jpg", ["-c:v", "libwebp", "-quality", "95", "-f", "webp"]],
])("%s is taken in as a JPEG of the same size and colours", async (name, args) => {
  const folder = temporaryFolder();
  const path = makeMedia(join(folder, name), [...MARKED, "-frames:v", "1", ...args]);
  const assets = createMemoryAssets();
  const { id, file, name: called } = await loadPicture({ assets }, path);
  expect([called, file.split(".").at(-1)]).toEqual([name, "jpg"]);
  expect(assets.asset(id)).toMatchObject({ kind: "jpeg", ...SIZE });
  const made = join(folder, "made.jpg");
  writeFileSync(made, assets.bytes(id) ?? "");
  const [red = 0, green = 255] = decodeFrames(made, SIZE)[0]?.at(10, 10) ?? [];
  expect([red > 160, green < 70]).toEqual([true, true]);
});

test("a WebP that is see-through stays so", async () => {
  const graph = lavfi("color=black:s=64x48,format=rgba,geq=r=192:g=32:b=32:a='255*lt(X,32)'");
  const path = makeMedia(join(temporaryFolder(), "a.webp"), [
    ...graph,
    "-frames:v",
    "1",
    "-c:v",
    "libwebp",
    "-lossless",
    "1",
  ]);
  const assets = createMemoryAssets();
  const { id } = await loadPicture({ assets }, path);
  expect(assets.asset(id)).toMatchObject({ kind: "png", ...SIZE });
});

test("pictures named in a table are taken in as phones and the web have them, and what cannot be read is said once a row", async () => {
  const folder = temporaryFolder();
  makeMedia(join(folder, "Lành.webp"), [...MARKED, "-frames:v", "1", "-c:v", "libwebp"]);
  makeMedia(join(folder, "Bền.jpg"), [...MARKED, "-frames:v", "1"]);
  writeFileSync(join(folder, "hỏng.heic"), Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"));
  const pictures = createRowPictures(join(folder, "khách.csv"), createMemoryAssets());
  for (const name of ["Lành.webp", "Bền.jpg", "hỏng.heic", "không có.webp", "../ngoài.webp"])
    await pictures.prepare(name);
  const [webp, jpeg] = ["Lành.webp", "Bền.jpg"].map((name) => pictures.asset(pictures.find(name) ?? ""));
  expect(webp).toMatchObject({ kind: "jpeg", ...SIZE });
  expect([jpeg?.kind, Buffer.from(jpeg?.bytes ?? []).equals(readFileSync(join(folder, "Bền.jpg")))]).toEqual([
    "jpeg",
    true,
  ]);
  expect(["không có.webp", "../ngoài.webp"].map((name) => pictures.find(name))).toEqual([undefined, undefined]);
  expect(pictures.takeProblems()).toEqual([]);
  expect([pictures.find("hỏng.heic"), pictures.find("hỏng.heic")]).toEqual([undefined, undefined]);
  expect(pictures.takeProblems().map(({ code }) => code)).toEqual([
    "media.still-not-readable",
    "media.still-not-readable",
  ]);
  expect([...pictures.names].sort()).toEqual(["Bền.jpg", "Lành.webp", "hỏng.heic"]);
  await pictures.close();
});

test("a HEIC the ffmpeg at hand cannot read is told how to be converted; pictures documents hold stay as they are", async () => {
  const folder = temporaryFolder();
  const heic = join(folder, "IMG_0032.HEIC");
  writeFileSync(
    heic,
    Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(2_000, 7)]),
  );
  const [problem] = await diagnosticsOfAsync(() => loadPicture({ assets: createMemoryAssets() }, heic));
  expect([problem?.code, problem?.target.file]).toEqual(["media.still-not-readable", "IMG_0032.HEIC"]);
  expect(problem?.hints[0]?.vi).toContain("iPhone");

  const jpeg = new URL("../fixtures/images/turned-exif-6.jpg", import.meta.url);
  const assets = createMemoryAssets();
  const same = await loadPicture({ assets }, jpeg.pathname);
  expect(new Uint8Array(assets.bytes(same.id) ?? [])).toEqual(new Uint8Array(readFileSync(jpeg)));
  expect(assets.asset(same.id)).toMatchObject({ width: 16, height: 24, orientation: 6 });
});
