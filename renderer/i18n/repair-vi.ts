/** Words of mending what preflight finds, in Vietnamese. */
export const repairVi = {
  scope: "Kiểm tra ngôn ngữ nào",
  shown: "Đang xem",
  everyLanguage: "Mọi ngôn ngữ",
  all: "Sửa mọi lỗi sửa được an toàn",
  done: "Đã sửa. Bấm Ctrl+Z nếu muốn để như cũ.",
} as const;
