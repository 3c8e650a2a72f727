/** Words of writing in Vietnamese: text that does not fit, pasting, special letters. */
export const writeVi = {
  leftOver_other: "Thừa khoảng {{lines}} dòng ({{count}} ký tự)",
  scaled: "Chữ {{percent}} %",
  outPort: "Chữ chảy tiếp sang khung khác",
  shrink: "Thu nhỏ chữ cho vừa (không dưới {{percent}} %)",
  grow: "Nới khung xuống cho đủ chữ",
  link: "Cho chữ chảy sang khung khác…",
  unlink: "Thôi chảy sang khung sau",
  linkHint: "Bấm vào khung chữ để chữ chảy tiếp sang đó. Esc để thôi.",
  fit: "Khi chữ không vừa khung",
  fitNone: "Giữ nguyên cỡ, báo chữ thừa",
  fitShrink: "Thu nhỏ chữ cho vừa",
  fitGrow: "Khung cao theo chữ",
  minimum: "Nhỏ nhất",
  next: "Chữ chảy tiếp sang",
  nextNone: "Không sang khung nào",
} as const;
