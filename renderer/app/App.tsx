import type { i18n as I18n } from "i18next";
import { useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";
import { useStore } from "zustand";
import type { HostApi } from "../../core/api/host-contract.ts";
import { GalleryScreen } from "../gallery/GalleryScreen.tsx";
import { HelpRegion } from "../help/HelpRegion.tsx";
import { HostContext } from "../host/host-context.ts";
import { SessionContext } from "../session/use-session.ts";
import { ToastRegion } from "../ui/ToastRegion.tsx";
import { HostFollower } from "./HostFollower.tsx";
import { OpenTroubleDialog } from "./OpenTroubleDialog.tsx";
import { screen } from "./screen.ts";
import { type AppInfo, AppInfoContext, type AppSettings, SettingsContext } from "./settings.ts";
import { useProjectScreen } from "./use-project-screen.ts";

export interface AppProps {
  readonly host: HostApi;
  readonly info: AppInfo;
  readonly settings: AppSettings;
  readonly words: I18n;
}

export function App({ host, info, settings, words }: AppProps) {
  const shown = useStore(screen, (state) => state.shown);
  const language = useStore(settings.store, (state) => state.interfaceLanguage);
  const ProjectScreen = useProjectScreen(shown.kind !== "gallery");
  useEffect(() => {
    // Fetched while the user looks for a template, so that it is there when one is opened.
    requestIdleCallback(() => {
      // Only warmed: where it fails, opening a project tries again and says why.
      const engine = import("../engine/text-engine.ts").then(({ openPageEngine }) => openPageEngine(host));
      Promise.all([engine, import("../engine/foretell.ts")]).catch(() => undefined);
    });
  }, [host]);
  return (
    <HostContext value={host}>
      <AppInfoContext value={info}>
        <SettingsContext value={settings}>
          <I18nextProvider i18n={words}>
            <I18nProvider locale={language === "vi" ? "vi-VN" : "en-GB"}>
              {shown.kind === "gallery" ? (
                <GalleryScreen />
              ) : (
                <SessionContext value={shown.session}>
                  {ProjectScreen && <ProjectScreen view={shown.view} />}
                </SessionContext>
              )}
              <HostFollower />
              <OpenTroubleDialog />
              <HelpRegion />
              <ToastRegion />
            </I18nProvider>
          </I18nextProvider>
        </SettingsContext>
      </AppInfoContext>
    </HostContext>
  );
}
