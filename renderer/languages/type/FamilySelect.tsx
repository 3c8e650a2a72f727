import { Select } from "../../ui/Select.tsx";

export interface FamilySelectProps {
  readonly label: string;
  /** What it says where none is chosen. */
  readonly otherwise: string;
  /** Names of families that serve the language. */
  readonly families: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (family: string | undefined) => void;
}

/** A family of those that serve a language; one chosen before is offered though it does not. */
export function FamilySelect({ label, otherwise, families, chosen, onChoose }: FamilySelectProps) {
  const names = new Set([...families, ...(chosen === undefined ? [] : [chosen])]);
  return (
    <Select
      label={label}
      value={chosen ?? ""}
      onChange={(family) => onChoose(family === "" ? undefined : family)}
      options={[{ value: "", text: otherwise }, ...[...names].map((family) => ({ value: family, text: family }))]}
    />
  );
}
