/** `npm run check`: types, lint, layers, unit and golden tests. Arguments go to the test runner. */

import { runTests } from "./checks/run-tests.ts";
import { runStaticChecks } from "./checks/static-checks.ts";

const passed = runStaticChecks() && runTests(["unit", "golden"], process.argv.slice(2));
process.exitCode = passed ? 0 : 1;
