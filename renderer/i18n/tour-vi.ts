/** Words of the guided tour and of the first screen's welcome in Vietnamese. */
export const tourVi = {
  count: "Bước {{step}} / {{steps}}",
  next: "Tiếp",
  back: "Quay lại",
  finish: "Xong",
  leave: "Dừng hướng dẫn",
  start: "Hướng dẫn từng bước",
  fill: {
    title: "Điền chữ ở đây",
    body: "Mỗi ô là một chỗ trên trang. Xoá chữ mẫu, gõ chữ của bạn; phím Tab sang ô sau.",
  },
  page: {
    title: "Trang đổi theo ngay",
    body: "Đây đúng là bản sẽ in. Bấm vào chữ hay ảnh trên trang để tới ô của nó.",
  },
  picture: {
    title: "Thay ảnh",
    body: "Kéo ảnh từ máy thả vào đây, hoặc bấm nút để chọn. Chương trình tự cắt cho vừa khung.",
  },
  languages: {
    title: "Sang ngôn ngữ khác",
    body: "Bấm vào tên ngôn ngữ để điền bản dịch trên cùng khuôn trang. “Thêm ngôn ngữ” để làm thêm bản mới.",
  },
  check: {
    title: "Xem còn gì cần sửa",
    body: "Chữ thừa khung, ảnh mờ, thiếu bản dịch đều hiện ở đây. Bấm từng dòng để tới chỗ sửa.",
  },
  keep: {
    title: "Bài được giữ sẵn",
    body: "Bạn gõ đến đâu, bản nháp giữ đến đó, mất điện cũng không mất. “Lưu” để có tệp mang đi nơi khác.",
  },
  print: {
    title: "In",
    body: "Bấm “In” rồi “Mở để in”. Muốn gửi nhà in, gửi Zalo hay lấy ảnh thì bấm “Xuất”.",
  },
  welcome: {
    title: "Làm tờ rơi nhiều thứ tiếng, không cần biết thiết kế",
    body: "Chọn một mẫu, thay chữ và ảnh, rồi in. Lần đầu dùng? Xem thử trên ấn phẩm mẫu, khoảng hai phút.",
    begin: "Xem hướng dẫn hai phút",
    resume: "Xem tiếp hướng dẫn",
    sample: "Mở ấn phẩm mẫu",
    hide: "Ẩn lời chào",
  },
  sampleName: "Ấn phẩm mẫu",
} as const;
