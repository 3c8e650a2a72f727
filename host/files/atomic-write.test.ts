import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as promises from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { type AtomicFileSystem, writeFileAtomically } from "./atomic-write.ts";

let folder = "";
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (name: string) => join(folder, name);
const codeOf = async (path: string, files?: Partial<AtomicFileSystem>) =>
  (await diagnosticsOfAsync(() => writeFileAtomically(path, bytes("mới"), { ...promises, ...files })))[0]?.code;
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xuongtin-write-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an atomic write", () => {
  it("makes folders and the file, and leaves nothing else", async () => {
    await writeFileAtomically(at("năm 2026/tháng 11/bản tin.pdf"), bytes("nội dung"));
    expect(readFileSync(at("năm 2026/tháng 11/bản tin.pdf"), "utf8")).toBe("nội dung");
    expect(readdirSync(at("năm 2026/tháng 11"))).toEqual(["bản tin.pdf"]);
  });

  it.skipIf(process.platform === "win32")("replaces a file, keeps its permissions and follows links", async () => {
    writeFileSync(at("a.xtin"), "cũ");
    chmodSync(at("a.xtin"), 0o640);
    symlinkSync(at("a.xtin"), at("link.xtin"));
    await writeFileAtomically(at("link.xtin"), bytes("mới"));
    expect(readFileSync(at("a.xtin"), "utf8")).toBe("mới");
    expect(statSync(at("a.xtin")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["a.xtin", "link.xtin"]);
  });

  it("takes names as long as the system does", async () => {
    const name = `${"ệ".repeat(80)}.pdf`;
    await writeFileAtomically(at(name), bytes("x"));
    expect(readdirSync(folder)).toEqual([name]);
  });

  it("lets many write at once: one of them wins, whole", async () => {
    const versions = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000 + index));
    await Promise.all(versions.map((version) => writeFileAtomically(at("a.txt"), bytes(version))));
    expect(versions).toContain(readFileSync(at("a.txt"), "utf8"));
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });
});

describe("a write that fails", () => {
  it("names what stands in the way", async () => {
    mkdirSync(at("thu-muc"));
    writeFileSync(at("tep"), "x");
    expect(await codeOf(at("thu-muc"))).toBe("file.is-a-folder");
    expect(await codeOf(at("tep/con.pdf"))).toBe("file.folder-is-a-file");
    expect(await codeOf(at(`${"a".repeat(300)}.pdf`))).toBe("file.name-too-long");
  });

  it.runIf(process.platform !== "win32" && process.getuid?.() !== 0)(
    "is told where writing is not allowed",
    async () => {
      chmodSync(folder, 0o500);
      expect(await codeOf(at("a.pdf"))).toBe("file.not-writable");
      chmodSync(folder, 0o700);
    },
  );

  it.each([
    ["ENOSPC", "file.disk-full"],
    ["EROFS", "file.not-writable"],
    ["ENOENT", "file.folder-not-made"],
    ["EIO", "file.write-failed"],
  ])("with %s leaves the old file and nothing else", async (system, code) => {
    writeFileSync(at("a.pdf"), "cũ");
    const open = async (...args: Parameters<typeof promises.open>) => {
      const handle = await promises.open(...args);
      if (args[1] === "wx") handle.writeFile = failing(system);
      return handle;
    };
    expect(await codeOf(at("a.pdf"), { open })).toBe(code);
    expect(await codeOf(at("a.pdf"), { rename: failing(system) })).toBe(code);
    expect(readFileSync(at("a.pdf"), "utf8")).toBe("cũ");
    expect(readdirSync(folder)).toEqual(["a.pdf"]);
  });

  it("does not mind a folder that cannot be synced", async () => {
    const open = (...args: Parameters<typeof promises.open>) =>
      args[1] === "r" ? failing("EISDIR")() : promises.open(...args);
    await writeFileAtomically(at("a.pdf"), bytes("x"), { ...promises, open });
    expect(readFileSync(at("a.pdf"), "utf8")).toBe("x");
  });
});
