import { extname } from "node:path";

/** `poster.png` for the only page; `poster-03.png` for the third of twelve. `page` counts from 1. */
export function pageFileName(path: string, page: number, pages: number): string {
  if (pages === 1) return path;
  const ending = extname(path);
  const digits = Math.max(2, String(pages).length);
  return `${path.slice(0, path.length - ending.length)}-${String(page).padStart(digits, "0")}${ending}`;
}
