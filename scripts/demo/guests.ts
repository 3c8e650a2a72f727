/** Names as they are borne in Kon Tum, Gia Lai, Đắk Lắk, Sóc Trăng, An Giang, the north-west and the plains. */

const NAMES: readonly { readonly family: readonly string[]; readonly given: readonly string[] }[] = [
  {
    family: ["Nguyễn Thị", "Trần Văn", "Lê Quang", "Phạm Ngọc"],
    given: ["Hoa", "Dũng", "Thủy", "Phượng", "Đức", "Quỳnh"],
  },
  { family: ["Rơ Châm", "Siu", "Ksor", "Rah Lan"], given: ["H'Bia", "H'Lƀă", "Thên", "H'Yam", "Hơ̆ch", "Djuĭ"] },
  { family: ["Y", "H'"], given: ["Bhăm Êban", "Ƀlơ̆ng Niê", "Wơn Kbuôr", "Ngă Mlô", "Ê̆ Ayŭn"] },
  { family: ["A", "Y"], given: ["Thŭ̆t", "Brôih", "Gưr", "Xŏng", "Ƀyơi"] },
  { family: ["Thạch", "Sơn", "Kim", "Danh", "Lâm"], given: ["Sà Rêm", "Thị Sa Ri", "Sô Phia", "Bun Thên"] },
  { family: ["Lò Văn", "Quàng Thị", "Cà Văn", "Lường Thị"], given: ["Pánh", "Inh", "Ọi", "Tướng"] },
  { family: ["Vàng A", "Giàng Thị", "Thào A", "Sùng Thị"], given: ["Páo", "Mỷ", "Dế", "Chư"] },
];
const TITLES = ["Ông", "Bà", "Anh", "Chị"];

/** `count` guests, the same every time, all different. */
export function guests(count: number): string[] {
  const all = TITLES.flatMap((title) =>
    NAMES.flatMap(({ family, given }) => family.flatMap((one) => given.map((other) => `${title} ${one} ${other}`))),
  );
  // Steps that share no factor with the length visit every name once.
  const step = stepFor(all.length);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[(index * step) % all.length] ?? "");
}

function stepFor(length: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let step = Math.floor(length * 0.618);
  while (divisor(step, length) !== 1) step += 1;
  return step;
}
