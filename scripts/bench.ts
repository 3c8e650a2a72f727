/** `npm run bench`: the figures the project claims, each beside a peer in the same run, because absolute ones depend on the machine. */

import { fileURLToPath } from "node:url";
import { benchApp } from "../test/bench/app/bench-app.ts";
import { benchEngine } from "../test/bench/bench-engine.ts";
import { benchJournal } from "../test/bench/journal/bench-journal.ts";
import { benchProgramme } from "../test/bench/programme/bench-programme.ts";
import { buildScreen } from "./build/build-screen.ts";

const [what = "engine", ...names] = process.argv.slice(2);
if (what === "app") {
  await buildScreen(fileURLToPath(new URL("..", import.meta.url)));
  process.exitCode = (await benchApp(names)) ? 0 : 1;
} else if (what === "engine") {
  process.exitCode = (await benchEngine()) ? 0 : 1;
} else if (what === "journal") {
  process.exitCode = benchJournal() ? 0 : 1;
} else if (what === "programme") {
  process.exitCode = (await benchProgramme(names)) ? 0 : 1;
} else {
  process.stderr.write(
    `npm run bench -- engine | app [scenario…] | journal | programme [picture | bulletin | timing]; there is no "${what}"\n`,
  );
  process.exitCode = 2;
}
