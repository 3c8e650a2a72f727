import { expect, test } from "vitest";
import { openWorkshop } from "../../../host/make/workshop.ts";
import { captionLines } from "./caption-lines.ts";
import { captionTextOf } from "./measure-caption.ts";

const { engine } = openWorkshop();

/** Lines of a picture that takes so many Latin letters in one. */
function picture(language: string, letters: number) {
  const text = captionTextOf(engine, language);
  const linesOf = (words: string): number =>
    words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(text.measure(line.trim()) / letters)), 0);
  return (words: string): string => captionLines(words, text, linesOf);
}

test("two lines part where a clause ends, and as far in the middle as it lets them", () => {
  const wide = picture("vi", 50);
  expect(wide("Bà con lật úp chum vại không dùng, đậy kín lu nước quanh nhà mình.")).toBe(
    "Bà con lật úp chum vại không dùng,\nđậy kín lu nước quanh nhà mình.",
  );
  // A clause that would leave one line much longer than the other is no place to part them.
  expect(wide("Mỗi tuần, bà con dành mười phút lật úp hết chum vại không dùng.")).toMatch(/^Mỗi tuần, .+\n/u);
  expect(wide("Đậy kín lu nước.")).toBe("Đậy kín lu nước.");
});

test("lines as they were broken stay where the picture has room, and are broken anew where it has none", () => {
  const broken = "Mỗi tuần, bà con dành mười phút\nlật úp chum vại, đậy kín lu nước";
  expect(picture("vi", 42)(broken)).toBe(broken);
  expect(picture("vi", 24)(broken)).toBe("Mỗi tuần, bà con dành mười phút lật úp chum vại, đậy kín lu nước");
  const khmer = "ការទទួលស្គាល់សេចក្ដីថ្លៃថ្នូរជាប់ពីកំណើត\nនិងសិទ្ធិស្មើភាពគ្នារបស់សមាជិក";
  const narrow = picture("km", 26)(khmer);
  expect(narrow.replace("\u200b", "\n")).toBe(khmer);
});

test("what two people say stays apart", () => {
  const said = "– Chum này có lăng quăng không hả bác?\n– Không, tôi lật úp cả rồi.";
  expect(picture("vi", 24)(said)).toBe(said);
});
