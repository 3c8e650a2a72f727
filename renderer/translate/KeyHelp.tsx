import { Keyboard } from "lucide-react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/Button.tsx";

/** What keys do in the table. */
export function KeyHelp() {
  const { t } = useTranslation();
  const keys = [
    ["Enter", t("translate.keyNext")],
    ["Ctrl+Enter", t("translate.keyDone")],
    ["Shift+Enter", t("translate.keyLine")],
    ["Alt+↑ ↓", t("translate.keyMove")],
    ["Alt+C", t("translate.copySource")],
  ] as const;
  return (
    <DialogTrigger>
      <IconButton icon={Keyboard} size="small" label={t("translate.keys")} />
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog className="translate-keys" aria-label={t("translate.keys")}>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd className="shortcut">{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
