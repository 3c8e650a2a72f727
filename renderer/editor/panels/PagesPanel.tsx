import { ArrowDown, ArrowUp, Copy, FilePlus, MoreHorizontal, Trash2 } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedPage } from "../../../core/layout/display-list.ts";
import type { CanvasSources } from "../../../core/paint/canvas/paint-canvas.ts";
import { PageCanvas } from "../../engine/PageCanvas.tsx";
import type { LaidOut } from "../../engine/project-layout.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { addPageAfter, copyPage, deletePage, shiftPage } from "../actions.ts";
import { useEditor, useEditorState } from "../editor.ts";
import { goToPage } from "../navigate.ts";

/** CSS pixels a thumbnail may be wide and high. */
const THUMBNAIL = { width: 96, height: 112 };

/** Every page small: to go to it, add, copy, move and remove pages. */
export const PagesPanel = memo(function PagesPanel({ laidOut }: { readonly laidOut: LaidOut }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const current = useEditorState((state) => state.page);
  const { pages } = laidOut.placed;
  const designed = new Set(laidOut.project.pages.map(({ id }) => id));
  return (
    <nav className="pages-panel" aria-label={t("editor.pages.title")}>
      <div className="panel-bar">
        <h2>{t("editor.pages.title")}</h2>
        <IconButton icon={FilePlus} size="small" label={t("editor.pages.add")} onPress={() => addPageAfter(editor)} />
      </div>
      <ol className="thumbnails">
        {pages.map((page) => (
          <Thumbnail
            key={page.key ?? page.index}
            page={page}
            sources={laidOut.sources}
            isDesigned={page.key !== undefined && designed.has(page.key)}
            isCurrent={page.key === current}
            isOnly={laidOut.project.pages.length === 1}
          />
        ))}
      </ol>
    </nav>
  );
});

interface ThumbnailProps {
  readonly page: PlacedPage;
  readonly sources: CanvasSources;
  /** Not one that flowing text has added. */
  readonly isDesigned: boolean;
  readonly isCurrent: boolean;
  readonly isOnly: boolean;
}

function Thumbnail({ page, sources, isDesigned, isCurrent, isOnly }: ThumbnailProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const item = useRef<HTMLLIElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = item.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: element.closest(".thumbnails"),
      rootMargin: "50% 0px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = Math.min(THUMBNAIL.width / page.width, THUMBNAIL.height / page.height);
  const number = page.index + 1;
  const name = isDesigned ? t("editor.pages.number", { number }) : t("editor.pages.added", { number });
  const id = page.key ?? "";
  return (
    <li ref={item} className={isCurrent ? "thumbnail current" : "thumbnail"}>
      <button
        type="button"
        className="thumbnail-paper"
        aria-label={name}
        aria-current={isCurrent ? "page" : undefined}
        style={{ width: page.width * scale, height: page.height * scale }}
        onClick={() => goToPage(editor, page.index)}
      >
        {near && <PageCanvas page={page} sources={sources} scale={scale} />}
      </button>
      <span className="thumbnail-foot">
        <span className={isDesigned ? undefined : "aside"}>{page.folio || number}</span>
        {isDesigned && (
          <Menu
            label={t("editor.pages.actions", { number })}
            trigger={<IconButton icon={MoreHorizontal} size="small" label={t("editor.pages.actions", { number })} />}
            entries={[
              { id: "copy", text: t("editor.pages.duplicate"), icon: Copy, run: () => copyPage(editor, id) },
              { id: "up", text: t("editor.pages.up"), icon: ArrowUp, run: () => shiftPage(editor, id, -1) },
              { id: "down", text: t("editor.pages.down"), icon: ArrowDown, run: () => shiftPage(editor, id, 1) },
              ...(isOnly
                ? []
                : [
                    {
                      id: "remove",
                      text: t("editor.pages.remove"),
                      icon: Trash2,
                      danger: true,
                      run: () => deletePage(editor, id),
                    },
                  ]),
            ]}
          />
        )}
      </span>
    </li>
  );
}
