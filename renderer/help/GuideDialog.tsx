import "./help.css";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { guideEn } from "./guide-en.ts";
import { guideVi } from "./guide-vi.ts";

/** Short pages for those who have never used the program. */
export function GuideDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const pages = useInterfaceLanguage() === "vi" ? guideVi : guideEn;
  return (
    <Dialog title={t("help.guide")} size="wide" flush onClose={onClose}>
      <Tabs className="guidebook" orientation="vertical">
        <TabList className="guidebook-list" aria-label={t("help.guide")}>
          {pages.map(({ id, title }) => (
            <Tab key={id} id={id} className="guidebook-tab">
              {title}
            </Tab>
          ))}
        </TabList>
        {pages.map(({ id, title, parts }) => (
          <TabPanel key={id} id={id} className="guidebook-page">
            <h3>{title}</h3>
            {parts.map((part) =>
              typeof part === "string" ? (
                <p key={part}>{part}</p>
              ) : (
                <ol key={part.steps[0]}>
                  {part.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              ),
            )}
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  );
}
