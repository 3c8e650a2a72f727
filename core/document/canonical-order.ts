import type { z } from "zod";

type Schema = z.core.$ZodType;

/**
 * A copy of a valid `value` with properties in the order in which `schema` names them and records sorted by key (UTF-16 order).
 * Properties that are undefined are left out. The kinds of schema it does not look into, such as numbers, keep their value.
 */
export function canonicalOrder(schema: Schema, value: unknown): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return canonicalOrder(def.innerType, value);
    case "lazy":
      return canonicalOrder(def.getter(), value);
    case "union": {
      const branch = def.options.find((option) => couldBe(option, value));
      return branch ? canonicalOrder(branch, value) : value;
    }
    case "array":
      return Array.isArray(value) ? value.map((item) => canonicalOrder(def.element, item)) : value;
    case "object":
      return isRecord(value) ? orderObject(def.shape, value) : value;
    case "record":
      return isRecord(value) ? orderRecord(def.valueType, value) : value;
    default:
      return value;
  }
}

function orderObject(shape: z.core.$ZodShape, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    if (value[key] !== undefined) ordered[key] = canonicalOrder(schema, value[key]);
  }
  return ordered;
}

function orderRecord(schema: Schema, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) ordered[key] = canonicalOrder(schema, value[key]);
  }
  return ordered;
}

/** Whether a valid value belongs to this branch: told by literals and by names of properties, without validating again. */
function couldBe(schema: Schema, value: unknown): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "lazy":
      return couldBe(def.getter(), value);
    case "union":
      return def.options.some((option) => couldBe(option, value));
    case "object":
      return isRecord(value) && fitsShape(def.shape, value);
    case "literal":
      return def.values.some((literal) => literal === value);
    case "array":
    case "tuple":
      return Array.isArray(value);
    default:
      return def.type === typeof value;
  }
}

function fitsShape(shape: z.core.$ZodShape, value: Readonly<Record<string, unknown>>): boolean {
  if (!Object.keys(value).every((key) => Object.hasOwn(shape, key))) return false;
  return Object.entries(shape).every(([key, schema]) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === "literal") return def.values.some((literal) => literal === value[key]);
    return value[key] !== undefined || def.type === "optional";
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
