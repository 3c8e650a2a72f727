import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { error } from "../../core/diagnostics/make-diagnostic.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { freeName } from "./free-name.ts";
import { hidePaths } from "./hide-paths.ts";

it("finds a name nothing has, whatever the capitals, the accents' form, or the numbering of pages", async () => {
  const folder = temporaryFolder();
  const name = () => freeName(folder, "Tờ rơi", ".png");
  expect(await name()).toBe("Tờ rơi");
  writeFileSync(join(folder, "tờ rơi-01.PNG"), "");
  expect(await name()).toBe("Tờ rơi (2)");
  writeFileSync(join(folder, "Tờ rơi (2).png".normalize("NFD")), "");
  expect(await name()).toBe("Tờ rơi (3)");
  mkdirSync(join(folder, "Tờ rơi (3)"));
  expect(await name()).toBe("Tờ rơi (4)");
  writeFileSync(join(folder, "Tờ rơi (4) bản cũ.png"), "");
  writeFileSync(join(folder, "Tờ rơi (4).pdf"), "");
  expect(await name()).toBe("Tờ rơi (4)");
  expect(await freeName(join(folder, "chưa có"), "A", ".pdf")).toBe("A");
});

it("leaves of paths only their last part", () => {
  const hide = hidePaths(["/home/lan", "/home/lan/.local/share/xuongtin", "C:\\Users\\Lan", "/"]);
  const told = hide(
    error(
      "file.not-found",
      { file: "/home/lan/.local/share/xuongtin/sessions/1/tờ rơi.xtin", path: "pages[0]" },
      {
        vi: "Không tìm thấy “/home/lan/Tài liệu/Xưởng Tin/tờ rơi.xtin”.",
        en: "“C:\\Users\\Lan\\My docs\\a.xtin” was not found.",
      },
      { vi: "Cỡ 24/36, 60 km/h, /etc.", en: "At home/lan/x." },
    ),
  );
  expect(told).toEqual(
    error(
      "file.not-found",
      { file: "tờ rơi.xtin", path: "pages[0]" },
      { vi: "Không tìm thấy “tờ rơi.xtin”.", en: "“a.xtin” was not found." },
      { vi: "Cỡ 24/36, 60 km/h, /etc.", en: "At home/lan/x." },
    ),
  );
});
