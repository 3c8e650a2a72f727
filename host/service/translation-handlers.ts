import { basename } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { placeOf } from "./export-handlers.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

/** Loaded when it is first asked for: it needs libraries for spreadsheets and XML. */
const loadFiles = () => import("../translate/translation-files.ts");

/** Calls about files that go to translators and come back. */
export function translationHandlers(context: ServiceContext): HostHandlers["translations"] {
  return {
    async export({ session, languages, format, words, target }) {
      const { project } = context.openSessions.resolve(session).state;
      const { translationFile } = await loadFiles();
      const files = [];
      for (const language of languages) {
        const bytes = await translationFile(project, language, format, words);
        const name = `${target.name} (${project.languages.source}-${language})`;
        const { file: path } = await placeOf(context, { ...target, name }, format);
        await writeFileAtomically(path, bytes);
        files.push({ file: giveFile(context, path, true), name: basename(path), bytes: bytes.length, language });
      }
      return { files };
    },
    read: async ({ bytes, name }) => (await loadFiles()).readTranslationFile(bytes, name),
  };
}
