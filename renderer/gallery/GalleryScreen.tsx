import "./gallery.css";
import { FolderOpen, Search } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { Input, SearchField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { OpenSession, TemplateSummary } from "../../core/api/project-contract.ts";
import { Brand } from "../app/Brand.tsx";
import { openFile, openProject } from "../app/opening.ts";
import { Preferences } from "../app/Preferences.tsx";
import { useAppInfo } from "../app/settings.ts";
import { HelpMenu } from "../help/HelpMenu.tsx";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { startTour } from "../tour/tour-store.ts";
import { Button } from "../ui/Button.tsx";
import { showFailure, showToast } from "../ui/toasts.ts";
import { CreateDialog } from "./CreateDialog.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { NO_FILTER } from "./filter-templates.ts";
import { openSample } from "./open-sample.ts";
import { RecentProjects } from "./RecentProjects.tsx";
import { RecoveredWork } from "./RecoveredWork.tsx";
import { TemplateGrid } from "./TemplateGrid.tsx";
import { Welcome } from "./Welcome.tsx";

const PROJECT_ENDING = ".xtin";

/** The first screen: begin from a template, go on with what is there, bring a file in. */
export function GalleryScreen() {
  const { t } = useTranslation();
  const host = useHost();
  const { nativeDialogs } = useAppInfo();
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<TemplateSummary>();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const templates = useCall(useCallback((signal) => host.templates.list({}, { signal }), [host]));

  const open = useCallback(
    async (asked: Promise<OpenSession>): Promise<void> => void (await openProject(host, asked)),
    [host],
  );

  const chooseFile = async (): Promise<void> => {
    if (!nativeDialogs) {
      input.current?.click();
      return;
    }
    try {
      const { file, name = "" } = await host.files.pickProject({});
      if (file !== undefined) await openFile(host, { file, name });
    } catch (failure) {
      showFailure(failure);
    }
  };

  const importFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (!file.name.toLowerCase().endsWith(PROJECT_ENDING)) {
      showToast({
        tone: "warning",
        message: { vi: `“${file.name}” không phải tệp .xtin.`, en: `“${file.name}” is not an .xtin file.` },
      });
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    await open(host.projects.import({ bytes, name: file.name.slice(0, -PROJECT_ENDING.length) || file.name }));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a button beside it that does the same.
    <div
      className="gallery"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget || event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void importFile(event.dataTransfer.files[0]);
      }}
    >
      <header className="gallery-bar">
        <h1>
          <Brand />
        </h1>
        <SearchField
          className="gallery-search"
          aria-label={t("gallery.search")}
          value={filter.words}
          onChange={(words) => setFilter({ ...filter, words })}
        >
          <Search aria-hidden size={16} strokeWidth={1.75} />
          <Input className="input" placeholder={t("gallery.searchHint")} />
        </SearchField>
        <span className="gallery-bar-end">
          <Button icon={FolderOpen} onPress={() => void chooseFile()}>
            {t("gallery.openFile")}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept={PROJECT_ENDING}
            onChange={(event) => {
              void importFile(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Preferences />
          <HelpMenu
            onTour={() => {
              startTour();
              void open(openSample(host, t("tour.sampleName")));
            }}
          />
        </span>
      </header>
      <div className="gallery-columns">
        <FilterPanel
          templates={templates.state === "ready" ? templates.value.templates : []}
          filter={filter}
          onFilter={setFilter}
        />
        <main className="gallery-main">
          <Welcome onOpen={open} />
          <RecoveredWork onOpen={open} />
          <RecentProjects words={filter.words} />
          <TemplateGrid
            templates={templates}
            filter={filter}
            onClearFilter={() => setFilter(NO_FILTER)}
            onChoose={setChosen}
            onOpen={open}
          />
        </main>
      </div>
      {over && (
        <div className="gallery-drop" aria-hidden="true">
          <p>{t("gallery.dropHere")}</p>
        </div>
      )}
      {chosen && (
        <CreateDialog
          template={chosen}
          preferredLanguage={filter.language}
          onClose={() => setChosen(undefined)}
          onOpen={open}
        />
      )}
    </div>
  );
}
