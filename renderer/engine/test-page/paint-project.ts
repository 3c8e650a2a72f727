/** A page without the app, for tests: paints projects with the engine the app paints them with. */

import type { HostApi } from "../../../core/api/host-contract.ts";
import type { SessionHandle } from "../../../core/api/schemas.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { PlacedPage } from "../../../core/layout/display-list.ts";
import { paintRegion } from "../paint-region.ts";
import { createProjectLayout } from "../project-layout.ts";
import { openProjectPictures } from "../project-pictures.ts";
import { openPageEngine } from "../text-engine.ts";

type TestHost = Pick<HostApi, "fonts" | "assets">;

const read = async (path: string): Promise<Response> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};
const bytesAt = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await read(path)).arrayBuffer());

const host: TestHost = {
  fonts: {
    list: async () => (await read("/fonts")).json(),
    bytes: async ({ key }) => ({ bytes: await bytesAt(`/fonts/${key}`) }),
  },
  assets: {
    add: () => Promise.reject(new Error("this page brings no pictures in")),
    bytes: async ({ asset }) => {
      const about = await (await read(`/assets/${asset}/about`)).json();
      return { ...about, bytes: await bytesAt(`/assets/${asset}`) };
    },
    facts: async ({ assets }) => ({
      pictures: await Promise.all(
        assets.map(async (id) => ({ ...(await (await read(`/assets/${id}/about`)).json()), id })),
      ),
    }),
  },
};

/** Every page of the project as PNG in base64, `scale` pixels per point, by how large the host's raster is. */
async function paintProject(
  project: Project,
  language: string,
  sizes: readonly { readonly width: number; readonly height: number }[],
  scale: number,
): Promise<string[]> {
  const engine = await openPageEngine(host);
  const layout = createProjectLayout(
    engine,
    openProjectPictures(host, () => "" as SessionHandle),
    language,
  );
  const { placed, sources } = await layout.begin(project);
  const paint = (page: PlacedPage, index: number): string => {
    const { width, height } = sizes[index] ?? { width: 1, height: 1 };
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("this browser gives no 2D context");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    paintRegion(context, page, sources, { matrix: [scale, 0, 0, scale, 0, 0], width, height });
    return canvas.toDataURL("image/png").slice("data:image/png;base64,".length);
  };
  // Pictures are decoded as they are painted.
  placed.pages.forEach(paint);
  await sources.pictures.settled();
  return placed.pages.map(paint);
}

Object.assign(window, { paintProject });
