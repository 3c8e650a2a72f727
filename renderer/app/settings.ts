/** What the user has chosen for the whole program; the machine keeps it from launch to launch. */

import type { i18n as I18n } from "i18next";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { Settings } from "../../core/api/work-contract.ts";
import { showTheme } from "../theme/theme.ts";
import { showFailure } from "../ui/toasts.ts";

export type AppInfo = Awaited<ReturnType<HostApi["app"]["info"]>>;

export interface AppSettings {
  readonly store: StoreApi<Settings>;
  /** Shows at once, then keeps. */
  change(settings: Partial<Settings>): void;
}

export function createAppSettings(host: HostApi, info: AppInfo, words: I18n): AppSettings {
  const store = createStore<Settings>(() => info.settings);
  let endTheme = (): void => undefined;
  const show = ({ interfaceLanguage, theme, motion }: Settings): void => {
    document.documentElement.lang = interfaceLanguage;
    document.documentElement.dataset.motion = motion;
    void words.changeLanguage(interfaceLanguage);
    endTheme();
    endTheme = showTheme(theme);
  };
  show(info.settings);
  store.subscribe(show);
  return {
    store,
    change(settings) {
      store.setState(settings);
      host.app.configure(settings).catch(showFailure);
    },
  };
}

export const SettingsContext = createContext<AppSettings | undefined>(undefined);
export const AppInfoContext = createContext<AppInfo | undefined>(undefined);

export function useSettings(): Settings & Pick<AppSettings, "change"> {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error("no settings above this component");
  return { ...useStore(settings.store), change: settings.change };
}

export function useAppInfo(): AppInfo {
  const info = useContext(AppInfoContext);
  if (!info) throw new Error("no app information above this component");
  return info;
}
