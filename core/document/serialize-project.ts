import { canonicalOrder } from "./canonical-order.ts";
import { Project } from "./schema/project.ts";

/**
 * The project as the one JSON text equal projects share: properties in the order of the schema, records by key, two spaces,
 * a newline at the end. `parseProject` gives an equal project back.
 */
export function serializeProject(project: Project): string {
  return `${JSON.stringify(canonicalOrder(Project, project), undefined, 2)}\n`;
}
