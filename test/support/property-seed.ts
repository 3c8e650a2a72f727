/**
 * Property tests try the same cases on every machine, so that a change is judged by what it changed.
 * `XUONGTIN_SEED=<number>` tries others; `XUONGTIN_SEED=random` as many new ones as there are runs.
 */

import fc from "fast-check";

const DEFAULT_SEED = 20_251_210;
const wanted = process.env.XUONGTIN_SEED;

if (wanted !== "random") fc.configureGlobal({ seed: wanted === undefined ? DEFAULT_SEED : Number(wanted) });
