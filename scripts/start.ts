/** `npm start [-- --browser | --address | --dev] [file.xtin …]`: opens the program, its modules compiled in an earlier launch. */

import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** Milliseconds after which everything that starting needs has been loaded. */
const STARTED = 5_000;

// Only modules asked for from here on are kept; where the folder cannot be written nothing is.
enableCompileCache(fileURLToPath(new URL("../out/compiled", import.meta.url)));
setTimeout(flushCompileCache, STARTED).unref();
await import("./start/open-program.ts");
