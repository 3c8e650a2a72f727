import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** The same shape and colour for a severity wherever it is shown. */
export const severityIcon: Readonly<Record<"good" | "info" | "warning" | "error", LucideIcon>> = {
  good: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  error: CircleAlert,
};
