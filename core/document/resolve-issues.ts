/** Turns what zod reports about a value into a flat list of problems, choosing in unions the branch the author most likely meant. */

import type { z } from "zod";
import { type JsonPath, valueAtPath } from "./json-path.ts";

type Issue = z.core.$ZodIssue;

/** One thing wrong at one place. */
export interface ValueProblem {
  readonly path: JsonPath;
  readonly issue: Issue;
  /** For a value none of whose alternatives fits: what would have been accepted. */
  readonly accepted?: readonly string[];
}

/** Problems in the order they were found, each place at its own path from the root. */
export function resolveIssues(issues: readonly Issue[], root: unknown): readonly ValueProblem[] {
  return issues.flatMap((issue) => resolveIssue(issue, [], root));
}

function resolveIssue(issue: Issue, base: JsonPath, root: unknown): readonly ValueProblem[] {
  const path: JsonPath = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  if (issue.code !== "invalid_union") return [{ path, issue }];
  const branches = issue.errors;
  if (branches.length === 0) return [{ path, issue, accepted: optionsOf(issue) }];

  const tags = branches.map(tagMismatch);
  const first = tags.find((tag) => tag !== undefined);
  if (first && tags.every((tag) => tag === undefined || tag.key === first.key) && isObject(valueAtPath(root, path))) {
    const objectBranches = branches.filter((branch) => !isWrongKind(branch));
    if (objectBranches.every((branch) => tagMismatch(branch) !== undefined)) {
      const accepted = [...new Set(tags.flatMap((tag) => tag?.accepted ?? []))];
      return [{ path: [...path, first.key], issue: first.issue, accepted }];
    }
  }
  const best = branches.reduce((chosen, branch) => (strangeness(branch) < strangeness(chosen) ? branch : chosen));
  if (isWrongKind(best)) return [{ path, issue }];
  return best.flatMap((inner) => resolveIssue(inner, path, root));
}

/** How far a value is from a branch: a different kind of value is furthest, then a different tag, then keys too many or missing. */
function strangeness(branch: readonly Issue[]): number {
  if (isWrongKind(branch)) return 10_000;
  let sum = 0;
  for (const issue of branch) {
    if (tagOf(issue)) sum += 1_000;
    else if (issue.code === "unrecognized_keys" && issue.path.length === 0) sum += 20 * issue.keys.length;
    else if (issue.code === "invalid_type" && issue.path.length === 1) sum += 10;
    else sum += 1;
  }
  return sum;
}

const isWrongKind = (branch: readonly Issue[]): boolean =>
  branch.some((issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value"));

interface Tag {
  readonly key: string;
  readonly accepted: readonly string[];
  readonly issue: Issue;
}

const tagMismatch = (branch: readonly Issue[]): Tag | undefined => branch.map(tagOf).find((tag) => tag !== undefined);

/** The property that says which kind of thing an object is, where its value is not this branch's. */
function tagOf(issue: Issue): Tag | undefined {
  const [key, ...rest] = issue.path;
  if (typeof key !== "string" || rest.length > 0) return undefined;
  if (issue.code === "invalid_value" && issue.values.length === 1) {
    return { key, accepted: issue.values.map(String), issue };
  }
  if (issue.code === "invalid_union" && issue.errors.length === 0) return { key, accepted: optionsOf(issue), issue };
  return undefined;
}

function optionsOf(issue: Issue): readonly string[] {
  const options = "options" in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String) : [];
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
