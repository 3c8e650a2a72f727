/** After the host refused a change: what it has of the project, and what of the window's changes fits that. */

import type { HostApi } from "../../core/api/host-contract.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";
import type { SessionHandle, WorkId } from "../../core/api/schemas.ts";
import { type Salvaged, salvageChanges, sameJson } from "../../core/document/history/salvage-changes.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { isNotKnown } from "../host/reachable.ts";
import type { NumberedChange } from "./journal-queue.ts";

/**
 * The project as the host has it now. One that was started again finds it by its work; undefined where there is nothing any more, as when
 * another window has opened it. Throws where the host cannot be asked.
 */
export async function findOnHost(
  host: HostApi,
  session: SessionHandle,
  work: WorkId,
): Promise<OpenSession | undefined> {
  try {
    return await host.projects.current({ session });
  } catch (failure) {
    if (!isNotKnown(diagnosticsOf(failure))) throw failure;
  }
  const { projects } = await host.projects.recoverable({ also: [work] });
  const left = projects.find((one) => one.work === work);
  return left && host.projects.recover({ recovery: left.recovery });
}

export interface Met extends Salvaged {
  /** With these changes the host has exactly what the window shows. */
  readonly isWhole: boolean;
}

/** What of `unsent` fits the project the host has; `shown` is what the window shows. */
export function meetHost(
  { project, sequence }: Pick<OpenSession, "project" | "sequence">,
  unsent: readonly NumberedChange[],
  shown: Project,
): Met {
  // An answer may have been lost on its way, so that the host has some of them already.
  const missing = unsent.filter((one) => one.sequence > sequence);
  const followed = meetWith(project, missing, shown);
  return followed.isWhole || missing.length === unsent.length ? followed : meetWith(project, unsent, shown);
}

function meetWith(project: Project, changes: readonly NumberedChange[], shown: Project): Met {
  const salvaged = salvageChanges(
    project,
    changes.map(({ change }) => change),
  );
  return { ...salvaged, isWhole: salvaged.left.length === 0 && sameJson(salvaged.project, shown) };
}
