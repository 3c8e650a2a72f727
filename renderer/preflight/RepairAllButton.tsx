import { WandSparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Project } from "../../core/document/schema/project.ts";
import { bothLanguages } from "../languages/both-languages.ts";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";

export interface RepairAllButtonProps {
  readonly project: Project;
  readonly mend: (project: Project) => Project;
  readonly onRepair: (mend: (project: Project) => Project) => void;
}

/** Mends whatever loses nothing by it; not there where there is no such thing. */
export function RepairAllButton({ project, mend, onRepair }: RepairAllButtonProps) {
  const { t, i18n } = useTranslation();
  if (mend(project) === project) return null;
  const repair = (): void => {
    onRepair(mend);
    showToast({ tone: "good", message: bothLanguages(i18n, (say) => say("repair.done")) });
  };
  return (
    <div className="repair-all">
      <Button size="small" icon={WandSparkles} onPress={repair}>
        {t("repair.all")}
      </Button>
    </div>
  );
}
