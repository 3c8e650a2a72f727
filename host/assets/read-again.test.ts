import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { openProject } from "../package/open-project.ts";
import { writePackage } from "../package/write-package.ts";
import { createMemoryAssets } from "./project-assets.ts";

function photo(color: string): Buffer {
  const canvas = createCanvas(20, 10);
  const context = canvas.getContext("2d");
  context.fillStyle = color;
  context.fillRect(0, 0, 20, 10);
  return canvas.toBuffer("image/jpeg");
}

test("a picture that is read again is the same, or told to be gone or another", async () => {
  const folder = temporaryFolder();
  const [file, picture] = [join(folder, "project.json"), join(folder, "ảnh.jpg")];
  writeFileSync(picture, photo("#c8102e"));
  writeFileSync(file, serializeProject(sampleProject({ assets: [{ id: "anh", file: "ảnh.jpg" }] })));
  const { assets } = await openProject(file, "read-again");
  const asset = assets.asset("anh");
  expect([asset?.width, asset?.height, assets.asset("anh") === asset]).toEqual([20, 10, true]);
  expect(Buffer.compare(Buffer.from(asset?.bytes ?? []), photo("#c8102e"))).toBe(0);
  expect(asset?.bytes).not.toBe(asset?.bytes);
  writeFileSync(picture, photo("#0b6b3a"));
  expect(diagnosticsOf(() => asset?.bytes)).toMatchObject([{ code: "asset.digest-mismatch" }]);
  rmSync(picture);
  expect(diagnosticsOf(() => asset?.bytes)).toMatchObject([{ code: "asset.missing" }]);
});

test("pictures of a package are read again from where it lies", async () => {
  const file = join(temporaryFolder(), "dự án.xtin");
  const assets = createMemoryAssets();
  const entry = assets.addAsset(photo("#c8102e"), "ảnh.jpg");
  const write = (title: string, entries: readonly (typeof entry)[]): void =>
    writeFileSync(file, writePackage(sampleProject({ title: { vi: title }, assets: [...entries] }), assets).bytes);
  write("Một", [entry]);
  const asset = (await openProject(file, "read-again")).assets.asset(entry.id);
  expect(Buffer.compare(Buffer.from(asset?.bytes ?? []), photo("#c8102e"))).toBe(0);
  write("Tên khác, dài hơn hẳn tên trước", []);
  expect(diagnosticsOf(() => asset?.bytes)).toMatchObject([{ code: "asset.digest-mismatch" }]);
  rmSync(file);
  expect(diagnosticsOf(() => asset?.bytes)).toMatchObject([{ code: "asset.missing" }]);
});
