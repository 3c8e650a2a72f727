import { LifeBuoy } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenSession, RecoverableProject } from "../../core/api/project-contract.ts";
import { PEEK_WIDTH, PeekDialog } from "../app/PeekDialog.tsx";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { formatAgo } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { packCopy } from "../session/pack-copy.ts";
import { dropUnsent, heldWork, listUnsent, type UnsentWork } from "../session/unsent-work.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showFailure } from "../ui/toasts.ts";

interface LeftWork {
  readonly name: string;
  readonly changed: Date;
  /** Changes the host has recorded. */
  readonly changes: number;
  /** Absent where only the browser has kept it. */
  readonly recovery: RecoverableProject["recovery"] | undefined;
  /** What never reached the host. */
  readonly unsent: UnsentWork | undefined;
}

/** Work that was open and not saved when the program ended; nothing where there is none. */
export function RecoveredWork({ onOpen }: { readonly onOpen: (opening: Promise<OpenSession>) => Promise<void> }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const [asked, setAsked] = useState<{ readonly what: "peek" | "discard"; readonly of: LeftWork }>();
  const left = useCall(
    useCallback(
      async (signal): Promise<readonly LeftWork[]> => {
        const kept = await listUnsent();
        const also = kept.map(({ work }) => work);
        const { projects } = await host.projects.recoverable({ also }, { signal });
        return joined(projects, kept, await heldWork());
      },
      [host],
    ),
  );
  if (left.state !== "ready" || left.value.length === 0) return null;
  const done = (): void => setAsked(undefined);

  const open = async ({ recovery, unsent, name }: LeftWork): Promise<void> => {
    done();
    if (recovery !== undefined) await onOpen(host.projects.recover({ recovery }));
    else if (unsent) {
      const { bytes } = await packCopy(unsent.project, async () => undefined);
      await onOpen(host.projects.import({ bytes, name }));
    }
    left.reload();
  };
  const discard = async ({ recovery, unsent }: LeftWork): Promise<void> => {
    done();
    try {
      if (recovery !== undefined) await host.projects.discard({ recovery });
      if (unsent) await dropUnsent(unsent.work);
    } catch (failure) {
      showFailure(failure);
    }
    left.reload();
  };

  return (
    <section className="recovered" aria-labelledby="recovered-title">
      <LifeBuoy aria-hidden size={20} strokeWidth={1.75} />
      <div className="recovered-words">
        <h2 id="recovered-title">{t("gallery.recovered")}</h2>
        <p>{t("gallery.recoveredHint")}</p>
        <ul>
          {left.value.map((one) => (
            <li key={one.recovery ?? one.unsent?.work}>
              <span className="recovered-name">{one.name}</span>
              <span className="recovered-facts">
                {one.recovery === undefined ? t("life.unsentOnly") : t("gallery.changes", { count: one.changes })}
                {one.recovery !== undefined &&
                  one.unsent &&
                  `, ${t("life.unsent", { count: one.unsent.unsent.length })}`}
                {" · "}
                {formatAgo(one.changed, new Date(), language) ?? t("gallery.justNow")}
              </span>
              {one.recovery !== undefined && (
                <Button size="small" variant="quiet" onPress={() => setAsked({ what: "peek", of: one })}>
                  {t("life.seeWork")}
                </Button>
              )}
              <Button size="small" variant="quiet" onPress={() => setAsked({ what: "discard", of: one })}>
                {t("gallery.discard")}
              </Button>
              <Button size="small" variant="primary" onPress={() => void open(one)}>
                {t("gallery.recover")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {asked?.what === "peek" && asked.of.recovery !== undefined && (
        <LookAtWork of={asked.of} recovery={asked.of.recovery} onOpen={() => void open(asked.of)} onClose={done} />
      )}
      {asked?.what === "discard" && (
        <Dialog
          title={t("gallery.discardQuestion", { name: asked.of.name })}
          onClose={done}
          footer={
            <>
              <Button onPress={done}>{t("common.cancel")}</Button>
              <Button variant="danger" onPress={() => void discard(asked.of)}>
                {t("gallery.discardForGood")}
              </Button>
            </>
          }
        >
          <p>{t("gallery.discardWarning")}</p>
        </Dialog>
      )}
    </section>
  );
}

interface LookAtWorkProps {
  readonly of: LeftWork;
  readonly recovery: RecoverableProject["recovery"];
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

function LookAtWork({ of, recovery, onOpen, onClose }: LookAtWorkProps) {
  const { t } = useTranslation();
  const host = useHost();
  return (
    <PeekDialog
      name={of.name}
      id={`${recovery} ${of.changes} ${of.changed.getTime()}`}
      load={(page) => host.projects.recoveryPreview({ recovery, width: PEEK_WIDTH, page })}
      actions={
        <Button variant="primary" onPress={onOpen}>
          {t("gallery.recover")}
        </Button>
      }
      onClose={onClose}
    />
  );
}

/** What the host and the browser have of the same work, side by side; without what an open window has. */
function joined(
  projects: readonly RecoverableProject[],
  kept: readonly UnsentWork[],
  held: ReadonlySet<string>,
): readonly LeftWork[] {
  const listed = projects
    .filter(({ work }) => !held.has(work))
    .map(({ work, recovery, name, changed, changes }) => ({
      name,
      changed: new Date(changed),
      changes,
      recovery,
      unsent: kept.find((one) => one.work === work),
    }));
  const alone = kept
    .filter(({ work }) => !projects.some((one) => one.work === work))
    .map((unsent) => ({
      name: unsent.name,
      changed: new Date(unsent.at),
      changes: 0,
      recovery: undefined,
      unsent,
    }));
  return [...listed, ...alone];
}
