import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Asset } from "../../core/layout/asset-source.ts";
import { readablePicture } from "../media/convert-picture.ts";
import type { Session } from "../sessions/session.ts";
import { pictureNotThere } from "../sessions/session-diagnostics.ts";
import type { ServiceContext } from "./service-context.ts";

/** Calls about changes and pictures of an open project. */
export function assetHandlers({ openSessions }: ServiceContext): Pick<HostHandlers, "journal" | "assets"> {
  return {
    journal: {
      append: async ({ session, sequence, change }) => ({
        sequence: await openSessions.resolve(session).append(sequence, change),
      }),
    },
    assets: {
      async add({ session, bytes, name }) {
        const open = openSessions.resolve(session);
        const entry = await open.assets.add(await readablePicture(bytes, name), name);
        const { kind, width, height, orientation } = findPicture(open, entry.id);
        return { entry, kind, width, height, orientation };
      },
      async facts({ session, assets }) {
        const open = openSessions.resolve(session);
        return {
          pictures: assets.flatMap((id) => {
            const found = open.assets.find(open.state.project, id)?.asset(id);
            if (!found) return [];
            const { kind, width, height, orientation } = found;
            return [{ id, kind, width, height, orientation }];
          }),
        };
      },
      async bytes({ session, asset }) {
        const { id, kind, bytes, width, height, orientation } = findPicture(openSessions.resolve(session), asset);
        return { id, kind, bytes, width, height, orientation };
      },
    },
  };
}

function findPicture(session: Session, id: string): Asset {
  const asset = session.assets.find(session.state.project, id)?.asset(id);
  if (!asset) throw new DiagnosticError([pictureNotThere(id)]);
  return asset;
}
