/** The steps that bring old project files up to date, one numbered file each: `0002-….ts` turns version 1 into version 2. */

/** A project file as plain JSON, before validation. */
export type ProjectJson = Readonly<Record<string, unknown>>;

export interface Migration {
  /** The version it makes, from the one before. */
  readonly to: number;
  /** Name of its file without extension, for messages: `0002-add-bleed`. */
  readonly name: string;
  /** Returns a new document and leaves the given one alone; the caller sets `version`. Throws where the document makes no sense. */
  migrate(document: ProjectJson): ProjectJson;
}

/** Every migration there is, oldest first. Version 1 is the first version. */
export const migrations: readonly Migration[] = [];
