import { describe, expect, it } from "vitest";
import { inTurn } from "./preview-turns.ts";

const always = (): boolean => true;

/** Work that ends when it is told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, (value: string) => void>();
  const load = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve) => ends.set(name, resolve));
  };
  return { begun, load, end: (name: string) => ends.get(name)?.(name) };
}

describe("previews in turn", () => {
  it("asks for two at a time, in the order of the list", async () => {
    const { begun, load, end } = held();
    const asked = ["a", "b", "c", "d"].map((name) => inTurn(load(name), always));
    expect(begun).toEqual(["a", "b"]);
    end("b");
    await asked[1];
    await Promise.resolve();
    expect(begun).toEqual(["a", "b", "c"]);
    for (const name of ["a", "c"]) end(name);
    await Promise.all([asked[0], asked[2]]);
    await Promise.resolve();
    end("d");
    expect(await Promise.all(asked)).toEqual(["a", "b", "c", "d"]);
  });

  it("never asks for what has left the screen by its turn", async () => {
    const { begun, load, end } = held();
    let shown = true;
    const first = [inTurn(load("a"), always), inTurn(load("b"), always)];
    const left = inTurn(load("gone"), () => shown);
    shown = false;
    for (const name of ["a", "b"]) end(name);
    await Promise.all(first);
    expect(await left).toBeUndefined();
    expect(begun).toEqual(["a", "b"]);
  });

  it("goes on after a failure", async () => {
    const { load, end } = held();
    const failed = inTurn(() => Promise.reject(new Error("no such page")), always);
    await expect(failed).rejects.toThrow("no such page");
    const after = inTurn(load("after"), always);
    end("after");
    expect(await after).toBe("after");
  });
});
