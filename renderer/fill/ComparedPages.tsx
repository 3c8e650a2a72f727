import { memo, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLayout } from "../engine/use-layout.ts";
import { useCompared } from "../languages/compared.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { OwnName } from "../ui/LanguageName.tsx";
import { PagePreview, type PagePreviewProps } from "./PagePreview.tsx";
import { createScrollLink, type PreviewLink } from "./preview-link.ts";
import type { Zoom } from "./zoom.ts";

/** The pages, and where a language is compared its pages beside them, zoomed and scrolled together. */
export const ComparedPages = memo((props: Omit<PagePreviewProps, "link">) => {
  const compared = useCompared();
  const [zoom, setZoom] = useState<Zoom>("page");
  const [scroll] = useState(createScrollLink);
  const link = useMemo((): PreviewLink => ({ zoom, setZoom, scroll }), [zoom, scroll]);
  if (compared === undefined) return <PagePreview {...props} />;
  return (
    <div className="compared-pages">
      <div className="compared-side">
        <p className="compared-name">
          <OwnName tag={props.laidOut.language} />
        </p>
        <PagePreview {...props} link={link} />
      </div>
      <OtherPages {...props} language={compared} link={link} />
    </div>
  );
});

interface OtherPagesProps extends PagePreviewProps {
  readonly language: string;
}

function OtherPages({ language, ...props }: OtherPagesProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const laidOut = useLayout(session, useDeferredValue(project), language);
  return (
    <div className="compared-side">
      <p className="compared-name">
        <OwnName tag={language} />
      </p>
      {laidOut ? (
        <PagePreview {...props} laidOut={laidOut} isPart={false} />
      ) : (
        <div className="fill-waiting" role="status">
          {t("fill.loadingPages")}
        </div>
      )}
    </div>
  );
}
