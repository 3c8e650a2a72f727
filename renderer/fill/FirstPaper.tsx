import "./page-preview.css";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PageCanvas } from "../engine/PageCanvas.tsx";
import type { FirstPage } from "../engine/project-layout.ts";
import { scaleOf, type ViewSize } from "./zoom.ts";

/** The first page where it will stand among the others, while these are still laid out. */
export function FirstPaper({ first: { page, sources } }: { readonly first: FirstPage }) {
  const { t } = useTranslation();
  const view = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<ViewSize>();
  useLayoutEffect(() => {
    if (view.current) setSize({ width: view.current.clientWidth, height: view.current.clientHeight });
  }, []);
  const scale = size && scaleOf("page", page, size);
  return (
    <section className="page-preview" aria-label={t("fill.preview")} aria-busy>
      <div ref={view} className="page-view">
        <div className="page-stack">
          {scale !== undefined && (
            <div className="paper" style={{ width: page.width * scale, height: page.height * scale }}>
              <PageCanvas page={page} sources={sources} scale={scale} label={t("common.page", { page: 1 })} />
            </div>
          )}
        </div>
      </div>
      <span className="visually-hidden" role="status">
        {t("fill.loadingPages")}
      </span>
    </section>
  );
}
