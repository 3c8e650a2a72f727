import type { HostApi } from "../../core/api/host-contract.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";

/** The template with the most to see: two pages, pictures, a QR code, and texts in three scripts. */
const SAMPLE = { template: "leaflet-a5", language: "vi", languages: ["vi", "km", "lo"] };

/** A copy of the sample to try things on; like every project it has no file until it is saved. */
export const openSample = (host: HostApi, name: string): Promise<OpenSession> =>
  host.projects.create({ ...SAMPLE, name });
