import type { GuidePage } from "./guide-page.ts";

/** The help in Vietnamese; `guide-en.ts` has the same pages. */
export const guideVi: readonly GuidePage[] = [
  {
    id: "first",
    title: "Làm tờ rơi đầu tiên",
    parts: [
      "Bạn không cần biết thiết kế. Mẫu đã dàn sẵn; bạn chỉ thay chữ và ảnh.",
      {
        steps: [
          "Ở trang đầu, bấm vào một mẫu, ví dụ tờ rơi.",
          "Chọn các ngôn ngữ cần làm, đặt tên, rồi bấm “Tạo ấn phẩm”.",
          "Điền chữ vào các ô bên trái. Trang ở giữa đổi theo ngay. Bấm vào chữ trên trang cũng tới đúng ô.",
          "Ở ô ảnh, bấm “Chọn ảnh” và lấy ảnh của bạn.",
          "Bấm sang ngôn ngữ khác ở hàng trên cùng và điền bản dịch.",
          "Xem cột “Kiểm tra trước khi in” bên phải. Bấm vào từng dòng để tới chỗ cần sửa.",
          "Bấm “In”, rồi “Mở để in”.",
        ],
      },
    ],
  },
  {
    id: "languages",
    title: "Nhiều ngôn ngữ",
    parts: [
      "Mỗi ấn phẩm có một bản gốc, thường là tiếng Việt. Các ngôn ngữ khác là bản dịch trên cùng một khuôn trang.",
      {
        steps: [
          "Bấm “Thêm ngôn ngữ” ở hàng trên cùng và chọn ngôn ngữ.",
          "Điền từng ô. Dưới ô chưa dịch có bản gốc để bạn nhìn theo.",
          "Ô chưa dịch sẽ in bằng chữ của bản gốc. Số “thiếu” bên cạnh tên ngôn ngữ cho biết còn mấy ô.",
          "Khi bản gốc đổi, ô dịch được nhắc “Bản gốc đã đổi”. Sửa bản dịch, hoặc bấm “Còn đúng” nếu vẫn đúng.",
        ],
      },
      "Phông chữ cho từng ngôn ngữ đã có sẵn trong chương trình. Không cần cài thêm.",
    ],
  },
  {
    id: "pictures",
    title: "Ảnh",
    parts: [
      "Dùng ảnh JPG hoặc PNG lấy thẳng từ máy ảnh hay điện thoại. Ảnh gửi qua Zalo thường bị thu nhỏ nên in ra mờ.",
      "Ảnh được cắt cho vừa khung. Bấm “Chỉnh khung cắt” để chọn phần quan trọng của ảnh.",
      "Nếu cột kiểm tra nói ảnh không đủ nét, hãy tìm ảnh lớn hơn hoặc chọn ảnh khác.",
    ],
  },
  {
    id: "saving",
    title: "Bài của tôi nằm ở đâu?",
    parts: [
      "Mọi thay đổi được giữ nháp ngay khi bạn gõ. Mất điện hay tắt máy cũng không mất chữ.",
      {
        steps: [
          "Bấm “Lưu” (Ctrl+S) và đặt tên để có một tệp .xtin trong thư mục của chương trình.",
          "Lần sau mở lại ở mục “Mở gần đây” trên trang đầu.",
          "Bài chưa lưu thành tệp hiện ở đầu trang với nút “Mở lại”.",
          "Tệp PDF và ảnh đã xuất nằm trong thư mục riêng. Bấm “Mở thư mục” sau khi xuất, hoặc trong “Cài đặt”.",
        ],
      },
      "Tệp .xtin mang theo cả ảnh. Chép sang máy khác có Xưởng Tin là mở được.",
    ],
  },
  {
    id: "printing",
    title: "In",
    parts: [
      {
        steps: [
          "Bấm “In” (Ctrl+P), đánh dấu các ngôn ngữ cần in, rồi bấm “Làm bản in”.",
          "Bấm “Mở để in”. Tệp PDF mở ra trong cửa sổ khác.",
          "Ở cửa sổ đó bấm hình máy in, hoặc nhấn Ctrl+P, rồi chọn máy in.",
        ],
      },
      "Khổ giấy trong hộp in nên đúng với khổ ấn phẩm. Nếu máy chỉ có giấy A4, chọn “Vừa trang”.",
      "In hai mặt: chọn “In hai mặt, lật cạnh dài” với trang dọc.",
      "Gửi nhà in: bấm “Xuất”, chọn “Nhà in”. Tệp đó có phần tràn lề và dấu xén.",
    ],
  },
  {
    id: "batch",
    title: "Giấy mời, giấy chứng nhận hàng loạt",
    parts: [
      {
        steps: [
          "Lập bảng Excel: dòng đầu là tên cột (Họ và tên, Chức danh…), mỗi dòng sau là một người.",
          "Mở mẫu giấy mời, bấm “Làm hàng loạt”, thả bảng vào.",
          "Xem lại cột nào điền ô nào. Bấm mũi tên để xem thử từng bản.",
          "Bấm “Làm … bản”. Dòng nào có lỗi sẽ được nêu rõ số dòng.",
        ],
      },
      "Muốn mỗi người một ảnh: ghi tên tệp ảnh vào một cột, rồi thả các ảnh vào khi được hỏi.",
    ],
  },
];
