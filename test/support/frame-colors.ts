/** Frames in planes as screens show them: ITU-R BT.709, limited range, chroma sited left, in plain code. */

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly chroma: "420" | "422";
}

/** RGBA, row by row. */
export function frameColors(planes: Uint8Array, { width, height, chroma }: Frame): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  const across = width / 2;
  const down = chroma === "420" ? height / 2 : height;
  const at = (plane: number, x: number, y: number): number => {
    const column = Math.min(Math.max(x, 0), across - 1);
    const row = Math.min(Math.max(y, 0), down - 1);
    return planes[width * height + plane * across * down + row * across + column] ?? 0;
  };
  const sample = (plane: number, x: number, y: number): number => {
    const [column, row] = [x / 2, chroma === "420" ? (y - 0.5) / 2 : y];
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const [right, low] = [column - left, row - top];
    const upper = at(plane, left, top) * (1 - right) + at(plane, left + 1, top) * right;
    const lower = at(plane, left, top + 1) * (1 - right) + at(plane, left + 1, top + 1) * right;
    return upper * (1 - low) + lower * low;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const luma = ((planes[y * width + x] ?? 0) - 16) / 219;
      const blue = (sample(0, x, y) - 128) / 224;
      const red = (sample(1, x, y) - 128) / 224;
      const rgb = [
        luma + 1.5748 * red,
        luma - (0.0722 * 1.8556 * blue + 0.2126 * 1.5748 * red) / 0.7152,
        luma + 1.8556 * blue,
      ];
      for (const [part, value] of rgb.entries()) {
        rgba[(y * width + x) * 4 + part] = Math.min(255, Math.max(0, Math.round(value * 255)));
      }
      rgba[(y * width + x) * 4 + 3] = 255;
    }
  }
  return rgba;
}
