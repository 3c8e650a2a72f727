import { expect, it } from "vitest";
import { broadcastWaveMetadata } from "./broadcast-wave.ts";
import { isLatin, latinTitle, toAscii } from "./latin-title.ts";

it("fills every field of a broadcast WAV with ASCII that fits", () => {
  const metadata = broadcastWaveMetadata({
    title: `Lễ hội “Đua thuyền” – ${"ấp Chòm Tre ".repeat(30)}`,
    unit: "Trung tâm Văn hóa và Truyền thông xã Đắk Ơ",
    date: "2026-01-31",
    time: "08:05:09",
    fingerprint: "a1b2c3d4e5f60718293a4b5c6d7e8f90",
    audio: { codec: "pcm_s24le", sampleRate: 48_000, channels: 1, separateTracks: false },
    programVersion: "0.1.0",
  });
  expect(metadata).toMatchObject({
    originator: "Trung tam Van hoa va Truyen thon",
    origination_date: "2026-01-31",
    origination_time: "08:05:09",
    time_reference: "0",
    coding_history: "A=PCM,F=48000,W=24,M=mono,T=Xuong Tin 0.1.0\r\n",
  });
  expect(metadata.description).toMatch(/^Le hoi "Dua thuyen" - ap Chom Tre/);
  expect(metadata.description?.length).toBe(256);
  expect(metadata.originator_reference).toMatch(/^VNTRUA1B2C3D4E5F6080509\d{9}$/);
});

it("takes the title of another language where its own is not written in Latin letters", () => {
  const title = { vi: "Phòng sốt xuất huyết", km: "ការពារជំងឺគ្រុនឈាម" };
  expect(latinTitle({ title }, "vi")).toEqual({ title: title.vi, other: false });
  expect(latinTitle({ title }, "km")).toEqual({ title: title.vi, other: true });
  expect(latinTitle({ title: { km: title.km } }, "km")).toBeUndefined();
  expect(["Ơi 2/9", "2026", "Tin ខ្មែរ", "ខ្មែរ 2026", "", "–"].map(isLatin)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(toAscii("Đắk Ơ".normalize("NFD"))).toBe("Dak O");
  expect(toAscii("Ƀuôn Hdrai, Čư Ƀao, ƀing gơñu")).toBe("Buon Hdrai, Cu Bao, bing gonu");
});
