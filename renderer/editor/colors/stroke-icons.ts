/** Ends and corners of lines, drawn as they come out. */

import { createLucideIcon } from "lucide-react";

const end: [string, Record<string, string>] = [
  "line",
  { x1: "15", y1: "4", x2: "15", y2: "20", strokeWidth: "1", key: "end" },
];

export const CapButt = createLucideIcon("cap-butt", [["path", { d: "M3 8H15V16H3", key: "bar" }], end]);
export const CapRound = createLucideIcon("cap-round", [["path", { d: "M3 8H15A4 4 0 0 1 15 16H3", key: "bar" }], end]);
export const CapSquare = createLucideIcon("cap-square", [["path", { d: "M3 8H20V16H3", key: "bar" }], end]);
export const JoinMiter = createLucideIcon("join-miter", [["path", { d: "M4 20V4H20M10 20V10H20", key: "corner" }]]);
export const JoinRound = createLucideIcon("join-round", [
  ["path", { d: "M4 20V12A8 8 0 0 1 12 4H20M10 20V10H20", key: "corner" }],
]);
export const JoinBevel = createLucideIcon("join-bevel", [
  ["path", { d: "M4 20V11L11 4H20M10 20V10H20", key: "corner" }],
]);
