/** HostApi: everything a screen can ask of the machine. Two transports serve it: HTTP on the loopback and Electron's IPC. */

import type { ClientOf, HandlersOf } from "./contract.ts";
import { assets, journal, projects, templates } from "./project-contract.ts";
import { translations } from "./translation-contract.ts";
import { app, batches, exports, files, fonts, jobs } from "./work-contract.ts";

export const hostContract = {
  app,
  templates,
  projects,
  journal,
  assets,
  fonts,
  exports,
  batches,
  jobs,
  files,
  translations,
};
export type HostContract = typeof hostContract;

/** What a screen is handed. Every failure is a `DiagnosticError`. */
export type HostApi = ClientOf<HostContract>;

/** What the machine provides. */
export type HostHandlers = HandlersOf<HostContract>;
