import "./recent.css";
import { FileStack } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAppInfo, useSettings } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Button } from "../ui/Button.tsx";
import { Segments } from "../ui/Segments.tsx";
import { filterRecent, type RecentOrder } from "./filter-recent.ts";
import { RecentCard } from "./RecentCard.tsx";

/** Two rows on the smallest screens; the templates below stay in view. */
const FIRST_SHOWN = 8;

/** The user's projects, found by the words looked for. */
export function RecentProjects({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const { projectsFolder } = useAppInfo();
  const [order, setOrder] = useState<RecentOrder>("modified");
  const [all, setAll] = useState(false);
  const { tour } = useSettings();
  const recent = useCall(useCallback((signal) => host.projects.recent({}, { signal }), [host]));
  const { reload } = recent;

  useEffect(() => {
    // Files come and go in other programs meanwhile.
    window.addEventListener("focus", reload);
    return () => window.removeEventListener("focus", reload);
  }, [reload]);

  if (recent.state !== "ready") return null;
  const { files } = recent.value;
  const found = filterRecent(files, words, order, language);
  const shown = all || words !== "" ? found : found.slice(0, FIRST_SHOWN);
  // Who is being welcomed knows that there is nothing yet.
  if (files.length === 0 && tour !== "over") return null;
  return (
    <section aria-labelledby="recent-title">
      <div className="section-head">
        <h2 id="recent-title">{t("gallery.recent")}</h2>
        {files.length > 0 && <span className="count">{found.length}</span>}
        {files.length > 1 && (
          <span className="recent-order">
            <Segments
              label={t("life.sort")}
              value={order}
              onChange={setOrder}
              segments={[
                { value: "modified", text: t("life.sortModified") },
                { value: "name", text: t("life.sortName") },
              ]}
            />
          </span>
        )}
      </div>
      {files.length === 0 && (
        <div className="recent-empty">
          <FileStack aria-hidden size={24} strokeWidth={1.5} />
          <div>
            <h3>{t("gallery.recentEmpty")}</h3>
            <p>{t("gallery.recentEmptyHint", { folder: projectsFolder })}</p>
          </div>
        </div>
      )}
      {files.length > 0 && found.length === 0 && <p className="recent-none">{t("life.noRecentFound", { words })}</p>}
      <ul className="recent-list">
        {shown.map((file) => (
          <li key={file.file}>
            <RecentCard file={file} onChanged={reload} />
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          {t("life.showAll", { count: found.length })}
        </Button>
      )}
    </section>
  );
}
