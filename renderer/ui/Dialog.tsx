import "./dialog.css";
import { X } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button.tsx";

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: "narrow" | "wide" | "full";
  /** The content brings its own distance from the edges. */
  readonly flush?: boolean;
  /** Absent where there is no way around an answer. */
  readonly onClose?: () => void;
}

/** A question the rest of the screen waits for. Escape and the cross close it. */
export function Dialog({ title, children, footer, size = "narrow", flush = false, onClose }: DialogProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const look = (): void => setScrolls(element.scrollHeight > element.clientHeight);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(open) => !open && onClose?.()}
    >
      <Modal className={`modal ${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {onClose && <IconButton icon={X} label={t("common.close")} shortcut="Esc" onPress={onClose} />}
          </header>
          <div
            className={flush ? "dialog-body flush" : "dialog-body"}
            // What scrolls is scrolled by keys as well.
            {...(scrolls && { tabIndex: 0 })}
            ref={body}
          >
            {children}
          </div>
          {footer && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
