import { memo } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { SwatchesPanel } from "../colors/SwatchesPanel.tsx";
import { AssetsPanel } from "../pictures/AssetsPanel.tsx";
import { LayersPanel } from "./LayersPanel.tsx";

/** What belongs to the page and the whole document, below what belongs to the selected frames. */
export const SideTabs = memo(function SideTabs() {
  const { t } = useTranslation();
  return (
    <Tabs className="side-tabs">
      <TabList className="side-tab-list" aria-label={t("editor.panels")}>
        <Tab id="layers" className="side-tab">
          {t("editor.layers.title")}
        </Tab>
        <Tab id="swatches" className="side-tab">
          {t("frames.swatches.title")}
        </Tab>
        <Tab id="assets" className="side-tab">
          {t("frames.assets.title")}
        </Tab>
      </TabList>
      <TabPanel id="assets" className="side-tab-panel">
        <AssetsPanel />
      </TabPanel>
      <TabPanel id="layers" className="side-tab-panel">
        <LayersPanel />
      </TabPanel>
      <TabPanel id="swatches" className="side-tab-panel">
        <SwatchesPanel />
      </TabPanel>
    </Tabs>
  );
});
