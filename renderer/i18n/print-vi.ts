/** Words of printing in Vietnamese. */
export const printVi = {
  title: "In ấn phẩm",
  print: "In",
  intro: "Chương trình làm tệp PDF khổ {{size}} rồi mở ra để bạn in bằng máy in của cơ quan.",
  paper: "Máy in chỉ có giấy A4? Khi in, chọn “Vừa trang” để cả trang nằm gọn trên giấy.",
  make: "Làm bản in",
  other: "Gửi nhà in, gửi Zalo, làm ảnh…",
  ready: "Bản in đã sẵn sàng",
  next: "Bấm “Mở để in”, rồi bấm hình máy in trong cửa sổ vừa mở.",
  open: "Mở để in",
} as const;
