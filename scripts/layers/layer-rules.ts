/** Which folder may import which. `docs/architecture.md` says why. */

export interface Layer {
  readonly folder: string;
  /** Layers of ours it may take values and types from, besides itself. */
  readonly uses: readonly string[];
  /** Layers of `core` further up it may take types from: contracts that stand above the code that serves them. */
  readonly typesFrom?: readonly string[];
  /** Packages it may import; undefined where any may be. `node:` modules count as packages. */
  readonly packages?: readonly string[];
}

export interface LayerRules {
  readonly layers: readonly Layer[];
  /** Folders that hold data only. */
  readonly dataFolders: readonly string[];
}

/** From the ground up: a folder may use those of earlier rows, and itself. */
const coreOrder: readonly { readonly folders: readonly string[]; readonly packages: readonly string[] }[] = [
  { folders: ["units", "diagnostics"], packages: [] },
  { folders: ["color", "sound"], packages: [] },
  { folders: ["script"], packages: ["@cto.af/linebreak"] },
  { folders: ["fonts"], packages: ["harfbuzzjs", "fflate", "zod"] },
  { folders: ["document", "assets", "media"], packages: ["zod"] },
  { folders: ["text"], packages: ["harfbuzzjs"] },
  { folders: ["layout"], packages: ["d3-scale", "qrcode-generator", "saxes", "svgpath"] },
  { folders: ["paint", "merge"], packages: ["pdf-lib", "fast-png"] },
  { folders: ["preflight"], packages: [] },
  { folders: ["programme"], packages: ["saxes", "zod"] },
  { folders: ["translate"], packages: ["saxes"] },
  { folders: ["api"], packages: ["zod"] },
];

const coreFolders = coreOrder.map((row) => row.folders.map((folder) => `core/${folder}`));
const allOfCore = coreFolders.flat();

const coreLayers = coreOrder.flatMap((row, index) =>
  row.folders.map((folder) => ({
    folder: `core/${folder}`,
    uses: coreFolders.slice(0, index).flat(),
    typesFrom: allOfCore,
    packages: row.packages,
  })),
);

export const layerRules: LayerRules = {
  layers: [
    ...coreLayers,
    { folder: "host", uses: allOfCore },
    // AssemblyScript: see `scripts/build/build-kernels.ts`.
    { folder: "kernels", uses: [], packages: [] },
    { folder: "cli", uses: [...allOfCore, "host"] },
    { folder: "electron", uses: [...allOfCore, "host"] },
    // What the screen knows of the machine is the HostApi of core/api.
    { folder: "renderer", uses: allOfCore },
    { folder: "test", uses: [...allOfCore, "host", "cli", "electron", "scripts"] },
    // The bench lies with the tests that share its data.
    { folder: "scripts", uses: [...allOfCore, "host", "test"] },
  ],
  dataFolders: ["docs", "fonts", "resources", "templates"],
};
