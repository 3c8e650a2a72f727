/** A place inside a JSON document: keys and indices from the root. */
export type JsonPath = readonly (string | number)[];

const PLAIN_KEY = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** `pages[2].frames[0].width`; keys that are no plain names are quoted: `texts["tiêu-đề"]`. The root is the empty string. */
export function formatJsonPath(path: JsonPath): string {
  let formatted = "";
  for (const step of path) {
    if (typeof step === "number") formatted += `[${step}]`;
    else if (PLAIN_KEY.test(step)) formatted += formatted === "" ? step : `.${step}`;
    else formatted += `[${JSON.stringify(step)}]`;
  }
  return formatted;
}

/** What stands at `path`, or undefined. Only own properties are followed. */
export function valueAtPath(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
