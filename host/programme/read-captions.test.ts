import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeLegacyText, type LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";
import { writeWindows1252 } from "../../core/script/legacy/windows-1252.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { readCaptionFile } from "./read-captions.ts";

const words = "Bắt đầu từ bảy giờ sáng ngày mai, trạm y tế tiêm chủng cho trẻ em";
const srt = `1\r\n00:00:01,000 --> 00:00:04,000\r\n${words}\r\n`;

const read = (bytes: Uint8Array) => {
  const file = join(temporaryFolder(), "phụ đề %d.srt");
  writeFileSync(file, bytes);
  return readCaptionFile(file);
};
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("a file of captions", () => {
  it.each([
    ["UTF-8", Buffer.from(srt)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${srt}`)],
    ["UTF-16 with a mark", utf16(`\uFEFF${srt}`)],
    ["UTF-16 without a mark", utf16(srt)],
    ["UTF-16 the other way round", utf16(`\uFEFF${srt}`).swap16()],
  ])("in %s is taken as it is", async (_, bytes) => {
    const { cues, diagnostics } = await read(bytes);
    expect(cues).toEqual([{ from: 1, to: 4, text: words }]);
    expect(diagnostics).toEqual([]);
  });

  it.each<LegacyEncoding>(["tcvn3", "vni", "cp1258", "viscii", "vps"])(
    "in %s is converted, and that is told",
    async (encoding) => {
      const { cues, diagnostics } = await read(writeWindows1252(encodeLegacyText(srt, encoding).text));
      expect(cues[0]?.text).toBe(words);
      expect(diagnostics.map(({ code }) => code)).toEqual(["captions.converted-encoding"]);
    },
  );

  it("whose letters are those of an old font is doubted", async () => {
    const { diagnostics } = await read(Buffer.from(encodeLegacyText(srt, "vni").text));
    expect(diagnostics.map(({ code }) => code)).toEqual(["captions.legacy-text"]);
  });

  it("of bytes without a meaning is refused", async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, index) => 1 + ((index * 197) % 255));
    expect((await diagnosticsOfAsync(() => read(noise)))[0]?.code).toBe("captions.unknown-encoding");
  });
});
