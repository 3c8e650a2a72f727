import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkLayers } from "./check-layers.ts";
import { layerRules } from "./layer-rules.ts";

const planted: string[] = [];

/** A project of these files only. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  planted.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const problemsOf = (files: Readonly<Record<string, string>>) => checkLayers(plant(files), layerRules);

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe("layer checker", () => {
  it("names file, line and rule of a value imported upwards", () => {
    const problems = problemsOf({
      "core/text/fill.ts": `import type { Pt } from "../units/units.ts";\nimport { paint } from "../paint/pdf/paint.ts";\n`,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("core/text/fill.ts:2 imports values from core/paint/pdf/paint.ts");
  });

  it("lets types come from further up, however they are written", () => {
    const problems = problemsOf({
      "core/text/flow.ts": `import type { Item } from "../layout/display-list.ts";\nexport type { Page } from "../layout/page.ts";\nexport type Box = import("../layout/box.ts").Box;\n`,
    });
    expect(problems).toEqual([]);
  });

  it("takes an import of types without the word type for the value import it is when run", () => {
    expect(
      problemsOf({ "core/text/flow.ts": `import { type Item } from "../layout/display-list.ts";\n` }),
    ).toHaveLength(1);
  });

  it.each([
    ["a re-export", `export * from "../layout/page.ts";\n`],
    ["a dynamic import", `export const page = () => import("../layout/page.ts");\n`],
    ["the machine", `import { readFileSync } from "node:fs";\n`],
    ["types of the machine", `import type { Stats } from "node:fs";\n`],
    ["a package that needs the machine", `import { createCanvas } from "@napi-rs/canvas";\n`],
    ["the host", `import { write } from "../../host/files/atomic-write.ts";\n`],
    ["types of the host", `import type { Job } from "../../host/jobs/job.ts";\n`],
  ])("finds %s in core/text", (_name, source) => {
    expect(problemsOf({ "core/text/flow.ts": source })).toHaveLength(1);
  });

  it("keeps the command line out of everything and code out of data", () => {
    const problems = problemsOf({
      "host/make/make.ts": `import { main } from "../../cli/xuongtin.ts";\n`,
      "templates/plain-page/helper.ts": "export const a = 1;\n",
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "templates/plain-page/helper.ts:1",
      "host/make/make.ts:1",
    ]);
  });

  it("wants every folder of code in a layer", () => {
    expect(problemsOf({ "core/helpers/misc.ts": "export const a = 1;\n" })).toHaveLength(1);
  });

  it("leaves tests free", () => {
    expect(problemsOf({ "core/text/flow.test.ts": `import { readFileSync } from "node:fs";\n` })).toEqual([]);
  });
});
