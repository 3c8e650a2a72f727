import "./tour.css";
import { X } from "lucide-react";
import { type CSSProperties, useEffect, useMemo, useRef, useState } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useSettings } from "../app/settings.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";
import { endTour, TOUR_STEPS, type TourStep, tour } from "./tour-store.ts";

const PLACEMENT: Readonly<
  Record<TourStep, "right top" | "left top" | "bottom" | "bottom start" | "bottom end" | "left">
> = {
  fill: "right top",
  page: "left",
  picture: "right top",
  languages: "bottom start",
  check: "left top",
  keep: "bottom",
  print: "bottom end",
};

/** Steps through the real controls of an open project; it can be left and gone on with at any time. */
export function Tour() {
  const step = useStore(tour, (state) => state.step);
  const name = step === undefined ? undefined : TOUR_STEPS[step];
  if (step === undefined || name === undefined) return null;
  return <Step key={name} name={name} step={step} />;
}

function Step({ name, step }: { readonly name: TourStep; readonly step: number }) {
  const { t } = useTranslation();
  const { change } = useSettings();
  const anchor = useAnchor(name);
  const reference = useMemo(() => ({ current: anchor ?? null }), [anchor]);
  const isLast = step === TOUR_STEPS.length - 1;

  const go = (next: number): void => {
    tour.setState({ step: next });
    change({ tour: next });
  };
  const leave = (): void => {
    change({ tour: step });
    endTour();
    showToast({
      tone: "info",
      message: { vi: "Xem tiếp hướng dẫn ở nút Trợ giúp.", en: "Go on with the tour from the Help button." },
    });
  };
  const finish = (): void => {
    change({ tour: "over" });
    endTour();
  };

  if (!anchor) return null;
  return (
    <>
      <Spot anchor={anchor} />
      <Popover
        className="popover tour"
        triggerRef={reference}
        isOpen
        isNonModal
        offset={14}
        placement={PLACEMENT[name]}
        shouldCloseOnInteractOutside={() => false}
        onOpenChange={(open) => !open && leave()}
      >
        <Dialog className="tour-card">
          <header>
            <p className="tour-count">{t("tour.count", { step: step + 1, steps: TOUR_STEPS.length })}</p>
            <IconButton icon={X} size="small" label={t("tour.leave")} onPress={leave} />
          </header>
          <Heading slot="title" level={2}>
            {t(`tour.${name}.title`)}
          </Heading>
          <p>{t(`tour.${name}.body`)}</p>
          <footer>
            {step > 0 && (
              <Button size="small" onPress={() => go(step - 1)}>
                {t("tour.back")}
              </Button>
            )}
            <Button autoFocus size="small" variant="primary" onPress={isLast ? finish : () => go(step + 1)}>
              {isLast ? t("tour.finish") : t("tour.next")}
            </Button>
          </footer>
        </Dialog>
      </Popover>
    </>
  );
}

/** The element of a step, as soon as there is one. */
function useAnchor(name: TourStep): HTMLElement | undefined {
  const [anchor, setAnchor] = useState<HTMLElement>();
  useEffect(() => {
    const find = (): boolean => {
      const found = document.querySelector<HTMLElement>(`[data-tour="${name}"]`);
      if (!found) return false;
      found.scrollIntoView({ block: "nearest" });
      setAnchor(found);
      return true;
    };
    if (find()) return;
    const observer = new MutationObserver(() => {
      if (find()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [name]);
  return anchor;
}

const SPOT_GAP = 4;
/** The ring itself stays on the screen. */
const SPOT_EDGE = 2;

/** A ring around what the step is about; the rest of the screen steps back. */
function Spot({ anchor }: { readonly anchor: HTMLElement }) {
  const [style, setStyle] = useState<CSSProperties>({ display: "none" });
  const frame = useRef(0);
  useEffect(() => {
    const follow = (): void => {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      const from = { x: Math.max(SPOT_EDGE, left - SPOT_GAP), y: Math.max(SPOT_EDGE, top - SPOT_GAP) };
      const to = {
        x: Math.min(window.innerWidth - SPOT_EDGE, left + width + SPOT_GAP),
        y: Math.min(window.innerHeight - SPOT_EDGE, top + height + SPOT_GAP),
      };
      setStyle({ left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y });
    };
    const soon = (): void => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(follow);
    };
    follow();
    const observer = new ResizeObserver(soon);
    observer.observe(anchor);
    window.addEventListener("resize", soon);
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame.current);
      observer.disconnect();
      window.removeEventListener("resize", soon);
      document.removeEventListener("scroll", soon, { capture: true });
    };
  }, [anchor]);
  return <div className="tour-spot" style={style} aria-hidden />;
}
