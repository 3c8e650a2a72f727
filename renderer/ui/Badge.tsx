import "./feedback.css";
import type { ReactNode } from "react";

export function Badge({
  children,
  tone = "plain",
}: {
  readonly children: ReactNode;
  readonly tone?: "plain" | "good" | "warning" | "error" | "info";
}) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
