/** Photographs made by code: fine grain, soft shapes and hard edges, as large and as hard to encode as those of a camera. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";

export const PHOTO = { width: 4000, height: 3000 } as const;

/** Numbers 0–1 that are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A square of grain, grey around the middle. */
function grain(side: number, next: () => number, strength: number): Canvas {
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const level = 128 + (next() + next() + next() - 1.5) * strength;
    pixels.set([level, level, level, 255], at);
  }
  const canvas = createCanvas(side, side);
  canvas.getContext("2d").putImageData(new ImageData(pixels, side, side), 0, 0);
  return canvas;
}

/** Writes `count` JPEG files into `folder` and names them. */
export function makePhotos(folder: string, count: number): readonly string[] {
  const next = numbers(1);
  const textures = [24, 96, 512].map((side) => grain(side, next, 150));
  return Array.from({ length: count }, (_, index) => {
    const random = numbers(1000 + index);
    const canvas = createCanvas(PHOTO.width, PHOTO.height);
    const context = canvas.getContext("2d");
    const sky = context.createLinearGradient(0, 0, PHOTO.width * (random() - 0.5), PHOTO.height);
    sky.addColorStop(0, `hsl(${random() * 360} 60% 70%)`);
    sky.addColorStop(1, `hsl(${random() * 360} 50% 30%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, PHOTO.width, PHOTO.height);
    for (let shape = 0; shape < 40; shape += 1) {
      context.fillStyle = `hsl(${random() * 360} ${random() * 80}% ${20 + random() * 60}% / 0.7)`;
      context.beginPath();
      context.ellipse(
        random() * PHOTO.width,
        random() * PHOTO.height,
        40 + random() * 500,
        40 + random() * 300,
        random() * 3,
        0,
        7,
      );
      context.fill();
    }
    context.globalCompositeOperation = "overlay";
    context.imageSmoothingQuality = "high";
    for (const [octave, texture] of textures.entries()) {
      const scale = [40, 12, 2][octave] ?? 1;
      context.globalAlpha = [0.25, 0.12, 0.05][octave] ?? 0;
      const side = texture.width * scale;
      for (let y = -random() * side; y < PHOTO.height; y += side) {
        for (let x = -random() * side; x < PHOTO.width; x += side) context.drawImage(texture, x, y, side, side);
      }
    }
    context.globalCompositeOperation = "source-over";
    context.globalAlpha = 1;
    context.strokeStyle = "#f4f1e8";
    for (let line = 0; line < 8; line += 1) {
      context.lineWidth = 2 + random() * 8;
      context.beginPath();
      context.moveTo(random() * PHOTO.width, random() * PHOTO.height);
      context.lineTo(random() * PHOTO.width, random() * PHOTO.height);
      context.stroke();
    }
    const path = join(folder, `photo-${index}.jpg`);
    writeFileSync(path, canvas.toBuffer("image/jpeg", 88));
    return path;
  });
}
