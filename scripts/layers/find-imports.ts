import { parseAst } from "rolldown/parseAst";

export interface Import {
  readonly specifier: string;
  /** Gone once the types are: `import type`, `export type … from`, `import("…")` in a type. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Every module a TypeScript source names, dynamic imports of a literal included. */
export function findImports(source: string, lang: "ts" | "tsx" = "ts"): readonly Import[] {
  const found: Import[] = [];
  collect(parseAst(source, { lang }), source, found);
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly source?: unknown;
}

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function collect(value: unknown, source: string, found: Import[]): void {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value) && importing.has(value.type)) {
    const specifier = literalText(value.source);
    if (specifier !== undefined) {
      const typeOnly = value.importKind === "type" || value.exportKind === "type" || value.type === "TSImportType";
      found.push({ specifier, typeOnly, line: source.slice(0, value.start).split("\n").length });
    }
  }
  for (const child of Object.values(value)) collect(child, source, found);
}

const isNode = (value: object): value is Node => "type" in value && "start" in value;

function literalText(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null || !("value" in node)) return undefined;
  return typeof node.value === "string" ? node.value : undefined;
}
