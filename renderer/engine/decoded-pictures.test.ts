import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDecodedPictures, levelFor } from "./decoded-pictures.ts";

const SIZE = { width: 4_000, height: 3_000 };
const MEGABYTE = 1024 * 1024;

let open = 0;
let most = 0;
let atOnce = 0;
beforeEach(() => {
  open = 0;
  most = 0;
  atOnce = 0;
  vi.stubGlobal("createImageBitmap", async (_blob: Blob, options: ImageBitmapOptions) => {
    atOnce += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    const { resizeWidth: width = SIZE.width, resizeHeight: height = SIZE.height } = options;
    const bytes = width * height * 4;
    open += bytes;
    most = Math.max(most, open);
    return {
      width,
      height,
      close: () => {
        open -= bytes;
      },
    };
  });
});
afterEach(() => vi.unstubAllGlobals());

const photographs = () =>
  createDecodedPictures(
    () => SIZE,
    async () => ({ blob: new Blob(), ...SIZE }),
  );
/** Until what was decoded has been told of. */
const told = async (pictures: ReturnType<typeof photographs>): Promise<void> => {
  await pictures.settled();
  const before = pictures.version;
  await vi.waitFor(() => expect(pictures.version).toBeGreaterThan(before), { interval: 5 });
};

it("halves a picture as often as leaves it as many pixels as it is painted with", () => {
  expect([5_000, 4_000, 2_001, 2_000, 1_000, 999, 90].map((across) => levelFor(4_000, across))).toEqual([
    0, 0, 0, 1, 2, 2, 4,
  ]);
});

it("decodes a picture for the size it is painted in, and shows a smaller one until a larger is there", async () => {
  const pictures = photographs();
  expect(pictures.picture("a", 240)).toBeUndefined();
  await told(pictures);
  expect(pictures.picture("a", 240)?.picture.width).toBe(250);
  expect(pictures.picture("a", 1_500)?.picture.width).toBe(250);
  await told(pictures);
  expect(pictures.picture("a", 1_500)?.picture.width).toBe(2_000);
});

it("tells of what came, and asks for nothing twice", async () => {
  const pictures = photographs();
  const heard: number[] = [];
  const stop = pictures.follow(() => heard.push(pictures.version));
  for (let time = 0; time < 5; time += 1) pictures.picture("a", 500);
  await told(pictures);
  stop();
  expect(heard).toEqual([1]);
  expect(open).toBe(500 * 375 * 4);
});

it("keeps a bounded part of a long document looked through, and no photograph as large as its file", async () => {
  const pictures = photographs();
  for (let page = 0; page < 60; page += 1) {
    pictures.picture(`photo-${page}`, 1_200);
    await told(pictures);
  }
  expect(most).toBeLessThan(220 * MEGABYTE);
  expect(open).toBeGreaterThan(100 * MEGABYTE);
}, 60_000);

it("never drops what is on the screen, however much that is, and decodes two pictures at a time", async () => {
  const pictures = photographs();
  const ids = Array.from({ length: 12 }, (_, index) => `photo-${index}`);
  const paint = () => ids.map((id) => pictures.picture(id, 4_000)?.picture.width);
  paint();
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, atOnce);
  }, 0);
  const stop = pictures.follow(paint);
  await vi.waitFor(() => expect(paint().every((width) => width === 4_000)).toBe(true));
  clearInterval(watch);
  stop();
  expect(highest).toBeLessThanOrEqual(2);
});

it("leaves the place of a file nobody can read empty, and asks for it once", async () => {
  const asked: string[] = [];
  const pictures = createDecodedPictures(
    () => SIZE,
    async (id) => {
      asked.push(id);
      return undefined;
    },
  );
  pictures.picture("gone", 100);
  await pictures.settled();
  expect(pictures.picture("gone", 100)).toBeUndefined();
  await pictures.settled();
  expect(asked).toEqual(["gone"]);
});
