import "./theme/tokens.css";
import "./theme/fonts.css";
import "./theme/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { StartFailure } from "./app/StartFailure.tsx";
import { createAppSettings } from "./app/settings.ts";
import { connectHost } from "./host/host-api.ts";
import { createWords } from "./i18n/setup.ts";
import { showTheme } from "./theme/theme.ts";

const place = document.getElementById("root");
if (!place) throw new Error("the page has no #root");
const root = createRoot(place);
const host = connectHost();

try {
  const info = await host.app.info({});
  const words = createWords(info.settings.interfaceLanguage);
  root.render(<App host={host} info={info} settings={createAppSettings(host, info, words)} words={words} />);
} catch (failure) {
  showTheme("system");
  root.render(<StartFailure failure={failure} />);
}
