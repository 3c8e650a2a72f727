import { useCallback, useEffect, useState } from "react";
import type { FileState } from "../../core/api/project-contract.ts";
import { useSession, useSessionState } from "../session/use-session.ts";

/** What became of the project's file, looked at whenever the user comes back to the window; and a way to hear no more of it. */
export function useFileState(): { readonly state: FileState; readonly hide: () => void } {
  const session = useSession();
  const saved = useSessionState((state) => state.savedSequence);
  const file = useSessionState((state) => state.file);
  const [state, setState] = useState<FileState>("same");
  const [hidden, setHidden] = useState<FileState>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: saved and file say that the file is another one now.
  const look = useCallback(async (): Promise<void> => {
    const found = await session.host.projects.fileState({ session: session.handle }).catch(() => undefined);
    if (found) setState(found.state);
  }, [session, saved, file]);

  useEffect(() => {
    void look();
    const come = (): void => void look();
    window.addEventListener("focus", come);
    return () => window.removeEventListener("focus", come);
  }, [look]);

  return { state: state === hidden ? "same" : state, hide: () => setHidden(state) };
}
