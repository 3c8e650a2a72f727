import { LeaveDialog } from "./LeaveDialog.tsx";
import { OutsideDialog } from "./OutsideDialog.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { SaveFailedDialog } from "./SaveFailedDialog.tsx";
import type { FileWork } from "./use-file-work.ts";
import { VersionsDialog } from "./VersionsDialog.tsx";

/** The question about the project's file that is asked now. */
export function FileDialogs({ work }: { readonly work: FileWork }) {
  const { question, ask, save, close } = work;
  const done = (): void => ask(undefined);
  switch (question?.kind) {
    case "save":
    case "save-as":
      return (
        <SaveDialog
          isOther={question.kind === "save-as"}
          onClose={done}
          onSaved={() => {
            done();
            if (question.kind === "save" && question.thenLeave) void close("keep");
          }}
        />
      );
    case "rename":
      return <RenameDialog onClose={done} />;
    case "versions":
      return <VersionsDialog onClose={done} />;
    case "outside":
      return (
        <OutsideDialog
          onClose={done}
          onReplace={() => void save({ outside: "replace", thenLeave: question.thenLeave })}
        />
      );
    case "failed":
      return (
        <SaveFailedDialog
          diagnostics={question.diagnostics}
          onClose={done}
          onAgain={() => void save({ thenLeave: question.thenLeave })}
          onElsewhere={() => ask({ kind: "save-as" })}
        />
      );
    case "leave":
      return (
        <LeaveDialog
          onClose={done}
          onSave={() => {
            done();
            void save({ thenLeave: true });
          }}
          onKeep={() => void close("keep")}
          onDiscard={() => void close("discard")}
        />
      );
    default:
      return null;
  }
}
