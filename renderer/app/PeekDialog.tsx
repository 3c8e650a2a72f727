import "./peek.css";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Preview } from "../gallery/Preview.tsx";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { IconButton } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";

export const PEEK_WIDTH = 960;
const NO_SUCH_PAGE = "preview.no-such-page";
/** Until the picture is there and brings its own. */
const SHAPE = { width: 210, height: 297 };

export interface PeekDialogProps {
  readonly name: string;
  /** Tells this project from others: pages looked at once are kept. */
  readonly id: string;
  readonly load: (
    page: number,
  ) => Promise<{ readonly png: Uint8Array; readonly width: number; readonly height: number }>;
  readonly actions: ReactNode;
  readonly onClose: () => void;
}

/** Pages of a project as pictures, to look at without opening it. */
export function PeekDialog({ name, id, load, actions, onClose }: PeekDialogProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [last, setLast] = useState<number>();
  const [shape, setShape] = useState(SHAPE);

  /** How many pages there are is known when there is no next one. */
  const loadPage = async (wanted: number) => {
    try {
      const picture = await load(wanted);
      setShape({ width: picture.width, height: picture.height });
      return picture;
    } catch (failure) {
      if (wanted > 1 && diagnosticsOf(failure).some(({ code }) => code === NO_SUCH_PAGE)) {
        setLast(wanted - 1);
        setPage(wanted - 1);
      }
      throw failure;
    }
  };

  return (
    <Dialog title={t("life.peekTitle", { name })} size="wide" flush onClose={onClose} footer={actions}>
      <div className="peek-desk">
        <Preview
          key={page}
          name={`peek ${id} ${page} ${PEEK_WIDTH}`}
          alt={t("life.peekPage", { page })}
          load={() => loadPage(page)}
          size={shape}
        />
      </div>
      <div className="peek-pages">
        <IconButton
          icon={ChevronLeft}
          size="small"
          label={t("life.previousPage")}
          isDisabled={page === 1}
          onPress={() => setPage(page - 1)}
        />
        <span>{t("life.peekPage", { page })}</span>
        <IconButton
          icon={ChevronRight}
          size="small"
          label={t("life.nextPage")}
          isDisabled={page === last}
          onPress={() => setPage(page + 1)}
        />
      </div>
    </Dialog>
  );
}
