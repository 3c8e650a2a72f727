import type { Project } from "../../document/schema/project.ts";
import { framesOf } from "../../document/walk-frames.ts";

/** Ids of pictures neither a frame nor a scene shows in any language. */
export function unusedAssets(project: Project): readonly string[] {
  const used = new Set<string | undefined>();
  for (const { frame } of framesOf(project)) {
    if (frame.type !== "image") continue;
    used.add(frame.asset);
    for (const asset of Object.values(frame.variants ?? {})) used.add(asset);
  }
  for (const programme of project.programmes ?? []) {
    if (programme.kind !== "clip") continue;
    for (const scene of programme.scenes) {
      if (scene.type !== "image") continue;
      used.add(scene.asset);
      for (const asset of Object.values(scene.variants ?? {})) used.add(asset);
    }
  }
  return project.assets.flatMap(({ id }) => (used.has(id) ? [] : [id]));
}

/** The project without pictures nothing shows. */
export function dropUnusedAssets(project: Project): Project {
  const unused = new Set(unusedAssets(project));
  return unused.size === 0 ? project : { ...project, assets: project.assets.filter(({ id }) => !unused.has(id)) };
}
