/** Which screen is shown. */

import { createStore } from "zustand/vanilla";
import type { ProjectSession } from "../session/project-session.ts";

export type ProjectView = "fill" | "edit" | "translate";

export type Screen =
  | { readonly kind: "gallery" }
  | { readonly kind: "project"; readonly session: ProjectSession; readonly view: ProjectView };

export const screen = createStore<{ readonly shown: Screen }>(() => ({ shown: { kind: "gallery" } }));

export const showGallery = (): void => screen.setState({ shown: { kind: "gallery" } });

export const showProject = (session: ProjectSession, view: ProjectView = "fill"): void =>
  screen.setState({ shown: { kind: "project", session, view } });
