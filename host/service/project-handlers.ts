import { randomUUID } from "node:crypto";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { removeLanguage } from "../../core/document/commands/edit-languages.ts";
import { plainTextOf } from "../../core/document/plain-text.ts";
import type { Project, Slot } from "../../core/document/schema/project.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import type { RecentProject } from "../recent/recent-projects.ts";
import { isLocked } from "../sessions/file-lock.ts";
import { openedAs } from "./opened-as.ts";
import { stateOf } from "./project-paths.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";
import type { TemplateReader } from "./template-handlers.ts";

type Handled = "recent" | "preview" | "create" | "open" | "current" | "import" | "close";

/** Calls that find, open and close projects. */
export function projectHandlers(
  context: ServiceContext,
  readTemplate: TemplateReader,
): Pick<HostHandlers["projects"], Handled> {
  const { sessions, recent, previews, openSessions, files } = context;
  return {
    async recent() {
      const list = await recent.list();
      return { files: await Promise.all(list.map((one) => listed(context, one))) };
    },
    async preview({ file, width, page }) {
      const { path } = files.resolve(file);
      const digest = (await recent.list()).find((one) => one.path === path)?.digest ?? (await stateOf(path));
      return previews.get({ source: path, digest, language: undefined, page, width });
    },
    async create({ template, language, languages, name }) {
      const { project, assets, file } = await readTemplate(template);
      chooseLanguage(language, project);
      const title = project.title[language] ?? project.title[project.languages.source] ?? template;
      const made = projectFrom(project, language, languages);
      return openedAs(context, await sessions.create(made, assets, name ?? title, file));
    },
    async open({ file, copy, takeOver }) {
      const { path } = files.resolve(file);
      if (copy) return openedAs(context, await sessions.openCopy(path));
      const opened = await sessions.open(path, takeOver);
      await recent.remember(path);
      return openedAs(context, opened);
    },
    current: async ({ session }) => openedAs(context, { session: openSessions.resolve(session), diagnostics: [] }),
    import: async ({ bytes, name }) => openedAs(context, await sessions.openCopy({ bytes, name })),
    async close({ session, changes }) {
      const open = openSessions.resolve(session);
      await sessions.close(open, changes);
      openSessions.takeBack(open.folder);
      return {};
    },
  };
}

/** A slot that remembers what the template says in it, so that words nobody has changed can be told from those that were written. */
function withTemplateText(slot: Slot, { texts, languages }: Project): Slot {
  if (slot.kind !== "text" || slot.text === undefined) return slot;
  const variants = Object.entries(texts[slot.text]?.variants ?? {});
  const templateText = Object.fromEntries(variants.map(([language, { blocks }]) => [language, plainTextOf(blocks)]));
  const sample = templateText[languages.source];
  return { ...slot, ...(sample !== undefined && { sample }), templateText };
}

/** A project of its own made from a template; the chosen language comes first. */
function projectFrom(template: Project, language: string, wanted: readonly string[] | undefined): Project {
  const unwanted = template.languages.variants.filter((one) => one !== language && wanted?.includes(one) === false);
  const kept = unwanted.reduce(removeLanguage, template);
  const { source, variants } = kept.languages;
  return {
    ...kept,
    id: `p-${randomUUID()}`,
    kind: "project",
    slots: kept.slots.map((slot) => withTemplateText(slot, kept)),
    languages: { source, variants: [language, ...variants.filter((other) => other !== language)] },
  };
}

async function listed(context: ServiceContext, one: RecentProject) {
  const { path, name, title, product, languages, modified } = one;
  return {
    file: giveFile(context, path),
    name,
    title,
    ...(product && { product }),
    languages,
    modified: modified.toISOString(),
    open: context.sessions.isOpen(path) || (await isLocked(path)),
  };
}
