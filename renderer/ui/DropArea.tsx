import "./drop-area.css";
import { Upload } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./Button.tsx";

export interface DropAreaProps {
  /** What may be dropped, said in words. */
  readonly label: string;
  readonly button: string;
  /** File endings with their dots. */
  readonly accept: readonly string[];
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
  readonly compact?: boolean;
}

const endsWith = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

/** A place to drop files on, with a button that does the same for those who do not drag. */
export function DropArea(props: DropAreaProps) {
  const { label, button, accept, multiple = false, onFiles, children, compact = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = (files: FileList | null): void => {
    const all = [...(files ?? [])];
    const fitting = all.filter((file) => endsWith(file.name, accept));
    // What fits nothing is handed on as well: whoever reads it says what it is and how it can be made to fit.
    const taken = fitting.length > 0 ? fitting : all;
    if (taken.length > 0) onFiles(multiple ? taken : taken.slice(0, 1));
  };

  return (
    <section
      aria-label={label}
      className={`drop-area ${compact ? "compact" : ""} ${over ? "over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {children}
      <p>{label}</p>
      <Button size="small" icon={Upload} onPress={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(",")}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </section>
  );
}
