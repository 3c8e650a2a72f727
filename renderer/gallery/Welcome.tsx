import "./welcome.css";
import { BookOpenCheck, Play, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { useSettings } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { startTour } from "../tour/tour-store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { openSample } from "./open-sample.ts";
import { WelcomePicture } from "./WelcomePicture.tsx";

/** Greets who has not been through the tour yet. */
export function Welcome({ onOpen }: { readonly onOpen: (opening: Promise<OpenSession>) => Promise<void> }) {
  const { t } = useTranslation();
  const host = useHost();
  const { tour, change } = useSettings();
  if (tour === "over") return null;
  const sample = (): Promise<void> => onOpen(openSample(host, t("tour.sampleName")));
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-words">
        <h2 id="welcome-title">{t("tour.welcome.title")}</h2>
        <p>{t("tour.welcome.body")}</p>
        <div className="welcome-actions">
          <Button
            variant="primary"
            icon={Play}
            onPress={() => {
              startTour(tour);
              void sample();
            }}
          >
            {tour === undefined ? t("tour.welcome.begin") : t("tour.welcome.resume")}
          </Button>
          <Button icon={BookOpenCheck} onPress={() => void sample()}>
            {t("tour.welcome.sample")}
          </Button>
        </div>
      </div>
      <WelcomePicture />
      <IconButton icon={X} size="small" label={t("tour.welcome.hide")} onPress={() => change({ tour: "over" })} />
    </section>
  );
}
