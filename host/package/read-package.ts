import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { PACKAGED_ASSET, PACKAGED_MEDIA } from "../../core/document/asset-path.ts";
import { parseProject } from "../../core/document/parse-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { assetChanged } from "../assets/asset-diagnostics.ts";
import { type AssetKeeping, createProjectAssets, digestOf, type ProjectAssets } from "../assets/project-assets.ts";
import { decodeProjectText } from "./decode-project-text.ts";
import { noProjectInPackage, packageBomb, packageTooLarge, unknownEntries } from "./package-diagnostics.ts";
import { PACKAGE_LIMITS, PROJECT_FILE } from "./package-layout.ts";
import { readZip, type ZipEntry } from "./zip-reader.ts";
import { memoryZip, type ZipSource } from "./zip-source.ts";

export interface ReadPackage {
  readonly project: Project;
  readonly assets: ProjectAssets;
  /** Sound and video in it, to be read while its source is there. */
  readonly media: readonly ZipEntry[];
  /** Warnings of what was passed over, and an error for every picture that is missing or damaged. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The project and pictures in the bytes of an `.xtin` file. `file` is only named in messages. Throws a `DiagnosticError`. */
export async function readPackage(bytes: Uint8Array, file: string): Promise<ReadPackage> {
  if (bytes.length > PACKAGE_LIMITS.packageBytes) {
    throw new DiagnosticError([packageTooLarge(file, bytes.length, PACKAGE_LIMITS.packageBytes)]);
  }
  return readPackageFrom(memoryZip(bytes), file);
}

/** The same from wherever it lies; sound and video are not read into memory, pictures by what is asked for. Throws a `DiagnosticError`. */
export async function readPackageFrom(
  source: ZipSource,
  file: string,
  keeping: AssetKeeping = "in-memory",
): Promise<ReadPackage> {
  const entries = await readZip(source, file, PACKAGE_LIMITS);
  const projectEntry = entries.find((entry) => entry.name === PROJECT_FILE);
  if (!projectEntry) throw new DiagnosticError([noProjectInPackage(file)]);
  if (projectEntry.size > PACKAGE_LIMITS.projectBytes) throw new DiagnosticError([packageBomb(file, PROJECT_FILE)]);
  const project = parseProject(decodeProjectText(projectEntry.read(), file), file);

  const pictures = new Map(entries.filter(({ name }) => PACKAGED_ASSET.test(name)).map((entry) => [entry.name, entry]));
  const media = entries.filter(({ name }) => PACKAGED_MEDIA.test(name));
  const strange = entries.filter(
    (entry) => entry !== projectEntry && !pictures.has(entry.name) && !media.includes(entry),
  );
  const assets = createProjectAssets(
    project.assets,
    (entry) => readPicture(pictures.get(entry.file), entry.id, entry.name),
    keeping,
  );
  for (const { id } of project.assets) assets.asset(id);
  return {
    project,
    assets,
    media,
    diagnostics: [
      ...(strange.length > 0
        ? [
            unknownEntries(
              file,
              strange.map((entry) => entry.name),
            ),
          ]
        : []),
      ...assets.diagnostics(),
    ],
  };
}

/** A picture's file is named by its digest, so a wrong name is as bad as wrong content. */
function readPicture(entry: ZipEntry | undefined, id: string, name: string | undefined): Uint8Array | undefined {
  if (!entry) return undefined;
  const content = readOrUndefined(entry);
  const digest = PACKAGED_ASSET.exec(entry.name)?.[1];
  if (!content || digestOf(content) !== digest) throw new DiagnosticError([assetChanged(id, entry.name, name)]);
  return content;
}

/** A damaged picture is told by the picture's name and not as a damaged package: everything else can be used. */
function readOrUndefined(entry: ZipEntry): Uint8Array | undefined {
  try {
    return entry.read();
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}
