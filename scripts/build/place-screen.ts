import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Puts a built screen where Electron and the packager look for it. */
export async function placeScreen(root: string, built: string): Promise<void> {
  const place = join(root, "renderer", "dist");
  const fresh = `${place}-${process.pid}`;
  await cp(built, fresh, { recursive: true });
  await rm(place, { recursive: true, force: true });
  await rename(fresh, place);
}
