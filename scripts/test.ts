/** `npm test`: everything `npm run check` does, and the acceptance tests. Arguments go to the test runner. */

import { runTests } from "./checks/run-tests.ts";
import { runStaticChecks } from "./checks/static-checks.ts";

const passed = runStaticChecks() && runTests(["unit", "golden", "acceptance"], process.argv.slice(2));
process.exitCode = passed ? 0 : 1;
