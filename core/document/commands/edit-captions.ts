import type { Cue } from "../schema/programme.ts";
import type { Project } from "../schema/project.ts";

/**
 * Sets the captions of a clip in one language, in order of time; without any, the language has none. A language the project does not
 * have yet is added to it. The project as it is where it has no such clip.
 */
export function setCaptions(project: Project, programme: string, language: string, cues: readonly Cue[]): Project {
  if (!project.programmes?.some(({ id, kind }) => id === programme && kind === "clip")) return project;
  const programmes = project.programmes.map((one) => {
    if (one.id !== programme || one.kind !== "clip") return one;
    const { captions = {}, ...clip } = one;
    const { [language]: _old, ...others } = captions;
    const ordered = cues.toSorted((a, b) => a.from - b.from);
    const all = { ...others, ...(ordered.length > 0 && { [language]: ordered }) };
    return Object.keys(all).length === 0 ? clip : { ...clip, captions: all };
  });
  const { variants } = project.languages;
  const languages =
    cues.length === 0 || variants.includes(language)
      ? project.languages
      : { ...project.languages, variants: [...variants, language] };
  return { ...project, languages, programmes };
}
