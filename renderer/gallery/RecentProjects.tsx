import { FileStack } from "lucide-react";
import { useCallback } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { useAppInfo } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { formatAgo } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Badge } from "../ui/Badge.tsx";
import { Preview } from "./Preview.tsx";

const PREVIEW_WIDTH = 240;
/** Pictures are cut to a square of the card, so their shape need not be known before they are there. */
const SQUARE = { width: 1, height: 1 };

export function RecentProjects({ onOpen }: { readonly onOpen: (opening: Promise<OpenSession>) => Promise<void> }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const { projectsFolder } = useAppInfo();
  const recent = useCall(useCallback((signal) => host.projects.recent({}, { signal }), [host]));
  if (recent.state !== "ready") return null;
  const { files } = recent.value;
  return (
    <section aria-labelledby="recent-title">
      <div className="section-head">
        <h2 id="recent-title">{t("gallery.recent")}</h2>
      </div>
      {files.length === 0 ? (
        <div className="recent-empty">
          <FileStack aria-hidden size={24} strokeWidth={1.5} />
          <div>
            <h3>{t("gallery.recentEmpty")}</h3>
            <p>{t("gallery.recentEmptyHint", { folder: projectsFolder })}</p>
          </div>
        </div>
      ) : (
        <ul className="recent-list">
          {files.map((file) => (
            <li key={file.file}>
              <AriaButton
                className="recent-card"
                isDisabled={file.open}
                onPress={() => void onOpen(host.projects.open({ file: file.file }))}
              >
                <span className="recent-thumb">
                  <Preview
                    name={`file ${file.file} ${file.modified}`}
                    alt=""
                    load={() => host.projects.preview({ file: file.file, width: PREVIEW_WIDTH })}
                    size={SQUARE}
                  />
                </span>
                <span className="recent-words">
                  <span className="recent-name">{file.name}</span>
                  <span className="recent-facts">
                    {t("gallery.modified", {
                      when: formatAgo(new Date(file.modified), new Date(), language) ?? t("gallery.justNow"),
                    })}
                  </span>
                  <span className="recent-facts">
                    {t("gallery.filterLanguages", { count: file.languages.length })}
                    {file.open && <Badge tone="info">{t("gallery.openNow")}</Badge>}
                  </span>
                </span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
