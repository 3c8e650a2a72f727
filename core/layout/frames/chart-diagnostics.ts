/** What charts report about their figures and their room. */

import type { Bilingual, Diagnostic, DiagnosticTarget, Severity } from "../../diagnostics/diagnostic.ts";
import type { ChartProblem } from "../charts/chart-model.ts";

interface Wording {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** The message for something wrong or doubtful in a chart. */
export function chartProblem(target: DiagnosticTarget, problem: ChartProblem): Diagnostic {
  const { code, severity, message, hint } = wording(problem);
  return { code, severity, target, message, hints: [hint] };
}

function wording(problem: ChartProblem): Wording {
  switch (problem.kind) {
    case "no-values":
      return {
        code: "chart.no-values",
        severity: "error",
        message: { vi: "Biểu đồ không có số liệu nào để vẽ.", en: "The chart has no figures to draw." },
        hint: { vi: "Nhập số liệu lớn hơn 0 hoặc xoá biểu đồ.", en: "Enter figures above 0, or delete the chart." },
      };
    case "value-count":
      return {
        code: "chart.value-count",
        severity: "warning",
        message: {
          vi: `Số giá trị (${problem.given}) khác số mục (${problem.expected}); giá trị thừa bị bỏ, chỗ thiếu để trống.`,
          en: `There are ${problem.given} values for ${problem.expected} categories; extra ones are left out, missing ones left empty.`,
        },
        hint: { vi: "Nhập mỗi mục một giá trị.", en: "Enter one value for every category." },
      };
    case "negative-slices":
      return {
        code: "chart.negative-share",
        severity: "error",
        message: {
          vi: `Biểu đồ này không thể hiện được ${problem.count} giá trị âm; chúng bị bỏ qua.`,
          en: `This kind of chart cannot show ${problem.count} negative values; they are left out.`,
        },
        hint: { vi: "Dùng biểu đồ cột hoặc thanh.", en: "Use a column or bar chart." },
      };
    case "extra-series":
      return {
        code: "chart.extra-series",
        severity: "warning",
        message: {
          vi: `Biểu đồ này chỉ vẽ được ${problem.used} chuỗi số liệu, trong khi có ${problem.given}.`,
          en: `This kind of chart shows ${problem.used} series, and there are ${problem.given}.`,
        },
        hint: {
          vi: "Dùng biểu đồ cột chồng, hoặc bỏ bớt chuỗi số liệu.",
          en: "Use stacked columns, or remove the other series.",
        },
      };
    case "columns-as-bars":
      return {
        code: "chart.columns-as-bars",
        severity: "info",
        message: {
          vi: "Tên mục quá dài để đặt dưới cột, nên biểu đồ được vẽ bằng thanh ngang.",
          en: "The categories’ names are too long to stand under columns, so the chart is drawn as bars.",
        },
        hint: { vi: "Rút ngắn tên mục hoặc nới rộng khung.", en: "Shorten the names, or widen the frame." },
      };
    case "too-dense":
      return {
        code: "chart.too-dense",
        severity: "warning",
        message: { vi: "Biểu đồ quá chật so với khung.", en: "The chart is too crowded for its frame." },
        hint: {
          vi: "Phóng to khung, giảm cỡ chữ hoặc bớt mục.",
          en: "Enlarge the frame, or use smaller type or fewer categories.",
        },
      };
    case "values-hidden":
      return {
        code: "chart.values-hidden",
        severity: "info",
        message: {
          vi: "Không đủ chỗ ghi giá trị trên biểu đồ nên đã ẩn đi.",
          en: "There is no room for the values on the chart, so they are hidden.",
        },
        hint: { vi: "Nới rộng khung hoặc giảm số chữ số.", en: "Widen the frame, or use fewer digits." },
      };
    case "bad-axis":
      return {
        code: "chart.bad-axis",
        severity: "warning",
        message: {
          vi: "Đầu trục phải nhỏ hơn cuối trục; thang tự động được dùng.",
          en: "The axis must begin below its end; an automatic scale is used.",
        },
        hint: { vi: "Sửa giá trị nhỏ nhất và lớn nhất của trục.", en: "Correct the axis’s minimum and maximum." },
      };
    case "outside-axis":
      return {
        code: "chart.outside-axis",
        severity: "warning",
        message: {
          vi: `Có ${problem.count} giá trị nằm ngoài trục và bị cắt.`,
          en: `${problem.count} values lie outside the axis and are cut.`,
        },
        hint: { vi: "Nới trục hoặc để trục tự động.", en: "Extend the axis, or let it be automatic." },
      };
    case "truncated-axis":
      return {
        code: "chart.truncated-axis",
        severity: "warning",
        message: {
          vi: `Trục bắt đầu từ ${problem.baseline} thay vì 0 nên độ dài các cột dễ gây hiểu lầm.`,
          en: `The axis starts at ${problem.baseline} rather than 0, so the lengths of the bars mislead.`,
        },
        hint: {
          vi: "Cho trục bắt đầu từ 0, hoặc dùng biểu đồ đường.",
          en: "Start the axis at 0, or use a line chart.",
        },
      };
  }
}
