import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { findImports, type Import } from "./find-imports.ts";
import type { Layer, LayerRules } from "./layer-rules.ts";

const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
/** Tests may reach for anything that helps them: the rules are about what the program is made of. */
const TEST = /\.test\.ts$/;

/** One line per import that breaks the rules: `file:line what it does, and what is allowed`. */
export function checkLayers(root: string, rules: LayerRules): string[] {
  const dataProblems = rules.dataFolders.flatMap((folder) =>
    filesOf(root, folder)
      .filter((file) => CODE.test(file))
      .map((file) => `${file}:1 is code in ${folder}/, which holds data only`),
  );
  const codeProblems = topFolders(rules).flatMap((folder) =>
    filesOf(root, folder)
      .filter((file) => CODE.test(file) && !TEST.test(file) && !file.endsWith(".d.ts"))
      .flatMap((file) => checkFile(root, file, rules)),
  );
  return [...dataProblems, ...codeProblems];
}

const topFolders = (rules: LayerRules) => [
  ...new Set(rules.layers.map((layer) => layer.folder.split("/")[0] ?? layer.folder)),
];

function checkFile(root: string, file: string, rules: LayerRules): string[] {
  const layer = layerOf(file, rules);
  if (!layer) return [`${file}:1 is in no layer: add its folder to scripts/layers/layer-rules.ts`];
  const lang = /x$/.test(file) ? "tsx" : "ts";
  return findImports(readFileSync(join(root, file), "utf8"), lang).flatMap((one) => {
    const problem = one.specifier.startsWith(".")
      ? checkOwnImport(file, one, layer, rules)
      : checkPackageImport(one, layer);
    return problem ? [`${file}:${one.line} ${problem}`] : [];
  });
}

function checkOwnImport(file: string, one: Import, layer: Layer, rules: LayerRules): string | undefined {
  const target = posix.normalize(posix.join(dirname(file), one.specifier));
  if (target === "package.json" && !layer.packages) return undefined;
  const targetLayer = layerOf(target, rules);
  if (!targetLayer) return `imports ${target}, which is in no layer`;
  if (targetLayer === layer || layer.uses.includes(targetLayer.folder)) return undefined;
  if (one.typeOnly && layer.typesFrom?.includes(targetLayer.folder)) return undefined;
  const kind = one.typeOnly ? "types" : "values";
  return `imports ${kind} from ${target}: ${layer.folder} may use ${layer.uses.join(", ") || "only itself"}`;
}

function checkPackageImport(one: Import, layer: Layer): string | undefined {
  if (!layer.packages) return undefined;
  const [first = "", second = ""] = one.specifier.split("/");
  const name = first.startsWith("@") ? `${first}/${second}` : first;
  if (layer.packages.includes(name)) return undefined;
  if (one.typeOnly && !name.startsWith("node:")) return undefined;
  return `imports ${one.specifier}: ${layer.folder} may use the packages ${layer.packages.join(", ") || "(none)"}`;
}

const layerOf = (file: string, rules: LayerRules): Layer | undefined =>
  rules.layers.find((layer) => file.startsWith(`${layer.folder}/`));

function filesOf(root: string, folder: string): string[] {
  return entriesOf(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
