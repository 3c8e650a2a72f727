/** Files decoded by ffmpeg run by hand, to look at pixels and samples. */

import { spawnSync } from "node:child_process";

export interface RawFrame {
  /** Red, green and blue of a pixel, 0–255. */
  at(x: number, y: number): readonly [number, number, number];
  /** How much lines differ from both neighbours where those agree, on average: woven fields of a moving picture give much. */
  combing(): number;
}

function decode(path: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync(
    "ffmpeg",
    ["-hide_banner", "-nostdin", "-loglevel", "error", "-i", `file:${path}`, ...args, "pipe:1"],
    { maxBuffer: 1 << 30 },
  );
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

/** Every frame of a picture, scaled to `size`. */
export function decodeFrames(path: string, { width, height }: { readonly width: number; readonly height: number }) {
  const bytes = decode(path, ["-vf", `scale=${width}:${height}`, "-f", "rawvideo", "-pix_fmt", "rgb24"]);
  const length = width * height * 3;
  return Array.from({ length: Math.floor(bytes.length / length) }, (_, index): RawFrame => {
    const pixels = bytes.subarray(index * length, (index + 1) * length);
    const green = (x: number, y: number): number => pixels[(y * width + x) * 3 + 1] ?? 0;
    return {
      at(x, y) {
        const start = (Math.floor(y) * width + Math.floor(x)) * 3;
        return [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0];
      },
      combing() {
        let sum = 0;
        for (let y = 1; y < height - 1; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const [above, own, below] = [green(x, y - 1), green(x, y), green(x, y + 1)];
            if (Math.abs(above - below) < 8) sum += Math.abs(own - (above + below) / 2);
          }
        }
        return sum / (width * height);
      },
    };
  });
}

/** The first sound of a file in one channel. */
export function decodeMono(path: string, rate: number): Float32Array {
  const bytes = decode(path, ["-vn", "-ac", "1", "-ar", String(rate), "-f", "f32le"]);
  return new Float32Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / 4));
}
