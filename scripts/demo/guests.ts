/** Names as they are borne in Kon Tum, Gia Lai, Đắk Lắk, Sóc Trăng, An Giang, the north-west and the plains. */

interface Bearers {
  readonly titles: readonly string[];
  readonly family: readonly string[];
  readonly given: readonly string[];
}

const MEN = ["Ông", "Anh", "Bác"];
const WOMEN = ["Bà", "Chị", "Cô"];

const NAMES: readonly Bearers[] = [
  { titles: WOMEN, family: ["Nguyễn Thị", "Trần Thị", "Lê Thị"], given: ["Hoa", "Thuỷ", "Phượng", "Quỳnh", "Nguyệt"] },
  { titles: MEN, family: ["Trần Văn", "Lê Quang", "Phạm Ngọc"], given: ["Dũng", "Đức", "Thưởng", "Quý", "Nghĩa"] },
  { titles: WOMEN, family: ["Rơ Châm", "Siu", "Ksor", "Rah Lan"], given: ["H'Bia", "H'Lƀă", "H'Yam"] },
  { titles: MEN, family: ["Rơ Châm", "Siu", "Ksor", "Rah Lan"], given: ["Thên", "Hơ̆ch", "Djuĭ"] },
  { titles: MEN, family: ["Y"], given: ["Bhăm Êban", "Ƀlơ̆ng Niê", "Wơn Kbuôr", "Ngă Mlô", "Ê̆ Ayŭn"] },
  { titles: WOMEN, family: ["H'"], given: ["Hen Niê", "Ƀlĭ Êban", "Wơn Kbuôr", "Ngă Mlô"] },
  { titles: MEN, family: ["A"], given: ["Thŭ̆t", "Brôih", "Gưr", "Xŏng", "Ƀyơi"] },
  { titles: WOMEN, family: ["Y"], given: ["Brôih", "Gưr", "Xŏng"] },
  { titles: MEN, family: ["Thạch", "Sơn", "Kim", "Danh", "Lâm"], given: ["Sà Rêm", "Bun Thên", "Sô Phi"] },
  { titles: WOMEN, family: ["Thạch", "Sơn", "Kim", "Danh", "Lâm"], given: ["Thị Sa Ri", "Thị Sô Phia"] },
  { titles: MEN, family: ["Lò Văn", "Cà Văn"], given: ["Pánh", "Inh", "Tướng"] },
  { titles: WOMEN, family: ["Quàng Thị", "Lường Thị"], given: ["Pánh", "Inh", "Ọi"] },
  { titles: MEN, family: ["Vàng A", "Thào A"], given: ["Páo", "Dế", "Chư"] },
  { titles: WOMEN, family: ["Giàng Thị", "Sùng Thị"], given: ["Mỷ", "Dế", "Chư"] },
];

/** `count` guests, the same every time, all different. */
export function guests(count: number): string[] {
  const all = NAMES.flatMap(({ titles, family, given }) =>
    titles.flatMap((title) => family.flatMap((one) => given.map((other) => fullName(title, one, other)))),
  );
  // Steps that share no factor with the length visit every name once.
  const step = stepFor(all.length);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[(index * step) % all.length] ?? "");
}

/** The Ê Đê women's H' joins the name that follows. */
const fullName = (title: string, family: string, given: string): string =>
  `${title} ${family}${family.endsWith("'") ? "" : " "}${given}`;

function stepFor(length: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let step = Math.floor(length * 0.618);
  while (divisor(step, length) !== 1) step += 1;
  return step;
}
