import "./help.css";
import { licences } from "virtual:licences";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "../app/Brand.tsx";
import { useAppInfo } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";

/** Which version this is, and whose work it stands on. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const { version } = useAppInfo();
  const fonts = useCall(useCallback((signal) => host.fonts.list({}, { signal }), [host]));
  return (
    <Dialog title={t("help.about")} onClose={onClose}>
      <div className="about">
        <div>
          <Brand />
          <p className="about-version">{t("help.version", { version })}</p>
          <p>{t("help.what")}</p>
        </div>
        <section aria-labelledby="about-fonts">
          <h3 id="about-fonts">{t("help.fonts")}</h3>
          {fonts.state === "failed" && <DiagnosticList diagnostics={fonts.diagnostics} />}
          {fonts.state === "ready" && (
            <ul className="licence-list">
              {fonts.value.catalog.families.map(({ id, name, licence }) => (
                <li key={id}>
                  <span>{name}</span>
                  <span className="aside">{licence}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="about-packages">
          <h3 id="about-packages">{t("help.packages")}</h3>
          <ul className="licence-list">
            {licences.map(({ name, version: theirs, licence }) => (
              <li key={`${name} ${theirs}`}>
                <span>
                  {name} <span className="aside">{theirs}</span>
                </span>
                <span className="aside">{licence}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
