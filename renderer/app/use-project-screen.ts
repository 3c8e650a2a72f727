import { type ComponentType, useEffect, useState } from "react";
import type { ProjectView } from "./screen.ts";

type ProjectScreen = ComponentType<{ readonly view: ProjectView }>;

let loading: Promise<ProjectScreen> | undefined;

function load(): Promise<ProjectScreen> {
  loading ??= import("../project/ProjectScreen.tsx").then(
    (module) => module.ProjectScreen,
    (reason: unknown) => {
      loading = undefined;
      throw reason;
    },
  );
  return loading;
}

/**
 * The screen of a project, with layout and the editor; undefined until it has come. The first screen does not wait for it: it is fetched
 * when there is time, or at once where it `isWanted`. React's own `lazy` would keep a screen that is here already back for a third of a
 * second, since it shows what stands in for it first and then paces what replaces that.
 */
export function useProjectScreen(isWanted: boolean): ProjectScreen | undefined {
  const [screen, setScreen] = useState<ProjectScreen>();
  const [failure, setFailure] = useState<{ readonly reason: unknown }>();
  if (failure) throw failure.reason;

  useEffect(() => {
    let isThere = true;
    const take = (): void => {
      load().then(
        (loaded) => isThere && setScreen(() => loaded),
        // Only warmed, it is tried again when it is wanted.
        (reason: unknown) => isThere && isWanted && setFailure({ reason }),
      );
    };
    const later = isWanted ? undefined : requestIdleCallback(take);
    if (isWanted) take();
    return () => {
      isThere = false;
      if (later !== undefined) cancelIdleCallback(later);
    };
  }, [isWanted]);
  return screen;
}
