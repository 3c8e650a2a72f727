/** Language variants of a project. */

import type { Project } from "../schema/project.ts";

/** One more language the project is to be in; its texts are still to be translated. */
export function addLanguage(project: Project, language: string): Project {
  if (project.languages.variants.includes(language)) return project;
  return { ...project, languages: { ...project.languages, variants: [...project.languages.variants, language] } };
}

/** The project without that language and all its texts; the source stays, and so does the last one. */
export function removeLanguage(project: Project, language: string): Project {
  const variants = project.languages.variants.filter((one) => one !== language);
  const isOne = variants.length < project.languages.variants.length;
  if (!isOne || variants.length === 0 || language === project.languages.source) return project;
  const texts = Object.fromEntries(
    Object.entries(project.texts).map(([id, text]) => {
      if (!Object.hasOwn(text.variants, language)) return [id, text];
      const { [language]: _removed, ...others } = text.variants;
      return [id, { ...text, variants: others }];
    }),
  );
  return { ...project, languages: { ...project.languages, variants }, texts };
}
