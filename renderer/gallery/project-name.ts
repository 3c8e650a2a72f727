/** A template's title goes on after a colon with what it looks like; a project's name does not need that. */
export const projectName = (title: string): string => title.split(":")[0]?.trim() ?? title;
