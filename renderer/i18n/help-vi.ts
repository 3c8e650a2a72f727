/** Words of help and settings in Vietnamese. */
export const helpVi = {
  menu: "Trợ giúp",
  guide: "Hướng dẫn",
  settings: "Cài đặt",
  about: "Về Xưởng Tin",
  version: "Phiên bản {{version}}",
  what: "Làm tờ rơi, áp phích, giấy mời, sổ tay bằng tiếng Việt, tiếng các dân tộc và tiếng nước láng giềng. Không cần mạng.",
  fonts: "Phông chữ đi kèm",
  packages: "Phần mềm nguồn mở đi kèm",
  lessMotion: "Bớt chuyển động trên màn hình",
  folders: "Thư mục",
  projectsIn: "Ấn phẩm đã lưu: “{{folder}}”",
  exportsIn: "Tệp đã xuất: “{{folder}}” trong “{{projects}}”",
  autosave: "Giữ bài",
  autosaveHint:
    "Mỗi thay đổi được giữ nháp ngay, không cần bấm gì. “Lưu” ghi bài thành tệp; các bản lưu trước vẫn được giữ để lấy lại.",
} as const;
