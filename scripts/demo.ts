/**
 * `npm run demo`: every template in three languages, invitations for the rows of a spreadsheet, and a commune station's clip and bulletin, into
 * `out/`.
 */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTemplates } from "../host/make/list-templates.ts";
import { printDiagnostics, printProducts, printProgrammes } from "./demo/demo-report.ts";
import { makeInvitations } from "./demo/make-invitations.ts";
import { makeProgrammes } from "./demo/make-programmes.ts";
import { makeTemplates } from "./demo/make-templates.ts";

const OUT = fileURLToPath(new URL("../out/demo/", import.meta.url));

rmSync(OUT, { recursive: true, force: true });
const start = performance.now();
const { templates, diagnostics } = await listTemplates();
const products = [
  ...(await makeTemplates(templates, OUT)),
  ...(await makeInvitations(templates, join(OUT, "invitations"))),
];
printProducts(products, OUT, performance.now() - start);
const { programmes, prevented } = await makeProgrammes(OUT);
printProgrammes(programmes);
const opening = [...diagnostics, ...prevented];
printDiagnostics(products, programmes, opening);
const expected = products.every(({ report, expectedFailures }) =>
  "rows" in report ? report.rows.failed.length === expectedFailures : report.ok,
);
process.exitCode = expected && programmes.every(({ ok }) => ok) && opening.length === 0 ? 0 : 1;
