import type { ProjectView } from "../app/screen.ts";

export function ProjectScreen({ view }: { readonly view: ProjectView }) {
  return <p>{view}</p>;
}
