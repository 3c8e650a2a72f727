import "./find.css";
import { CaseSensitive, ChevronDown, ChevronRight, ChevronUp, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from "react";
import {
  Input,
  TextField,
  type TextFieldProps,
  ToggleButton,
  ToggleButtonGroup,
  TooltipTrigger,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { replaceHits } from "../../core/document/commands/replace-found.ts";
import { findInProject } from "../../core/document/find/find-in-project.ts";
import { createFinder } from "../../core/document/find/find-text.ts";
import { shortcutOf } from "../keys/shortcut-table.ts";
import { projectKeyLabel } from "../project/project-keys.ts";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import { showToast } from "../ui/toasts.ts";
import { FIND_KEYS, findKeyLabel, QUERY_KEYS } from "./find-keys.ts";
import { closeFind, currentHit, stepFind, useFind, useFindState } from "./find-state.ts";

export interface FindBarProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

type Option = "matchCase" | "wholeWord" | "ignoreAccents";

/** Looks for words in the whole project and puts others in their place; it stays open over the pages. */
export function FindBar(props: FindBarProps) {
  const shown = useFindState((state) => state.shown);
  return shown ? <OpenFindBar {...props} /> : null;
}

function OpenFindBar({ language, onLanguage }: FindBarProps) {
  const { t } = useTranslation();
  const session = useSession();
  const find = useFind();
  const { replacing, options, everyLanguage, replacement, hits, current, asked } = useFindState((state) => state);
  const project = useCalmSessionState((state) => state.project);
  const languageName = useLanguageName();
  const field = useRef<HTMLInputElement>(null);

  // Typing goes first; a long project is searched when there is time.
  const searched = useDeferredValue(options);
  useEffect(() => {
    const found = findInProject(project, searched, everyLanguage ? "all" : language);
    const { current: old } = find.getState();
    const index = Math.min(old?.index ?? 0, found.length - 1);
    find.setState({ hits: found, ...((!old || old.index > index) && { current: index < 0 ? undefined : { index } }) });
  }, [find, project, searched, everyLanguage, language]);

  const hit = current && hits[current.index];
  const hitLanguage = hit?.kind === "text" ? hit.language : undefined;
  useEffect(() => {
    const { variants } = session.store.getState().project.languages;
    if (everyLanguage && hitLanguage !== undefined && hitLanguage !== language && variants.includes(hitLanguage)) {
      onLanguage(hitLanguage);
    }
  }, [session, everyLanguage, hitLanguage, language, onLanguage]);

  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const change = (changed: Partial<typeof options>): void =>
    find.setState({ options: { ...options, ...changed }, current: undefined });

  const replaceOne = (): void => {
    const one = currentHit(find.getState());
    if (!one || !current) return;
    session.edit("text.replace", (edited) => replaceHits(edited, [one], replacement));
    // What was put in may hold the words again; the search goes on behind it.
    const within = createFinder(options)(replacement, language).length;
    const after = session.store.getState().project;
    const found = findInProject(after, options, everyLanguage ? "all" : language);
    const index = found.length === 0 ? -1 : (current.index + within) % found.length;
    find.setState({ hits: found, current: index < 0 ? undefined : { index } });
  };
  const replaceAll = (): void => {
    const found = findInProject(session.store.getState().project, options, everyLanguage ? "all" : language);
    if (found.length === 0) return;
    session.edit("text.replaceAll", (edited) => replaceHits(edited, found, replacement));
    const count = found.length;
    showToast({
      tone: "good",
      message: { vi: `Đã thay ${count} chỗ.`, en: count === 1 ? "1 place replaced." : `${count} places replaced.` },
      hint: { vi: "Ctrl+Z để lấy lại tất cả.", en: "Ctrl+Z takes all of it back." },
    });
  };

  const press = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(FIND_KEYS, event);
    if (!shortcut) return;
    event.preventDefault();
    event.stopPropagation();
    shortcut.run(find);
  };
  /** What the table says, or the one thing Enter does; all other keys go on to the bar and the project. */
  const onKeys =
    (act: (event: globalThis.KeyboardEvent) => (() => void) | undefined): NonNullable<TextFieldProps["onKeyDown"]> =>
    (event) => {
      event.continuePropagation();
      const does = event.nativeEvent.isComposing ? undefined : act(event.nativeEvent);
      if (!does) return;
      event.preventDefault();
      does();
    };

  const count = (): string => {
    if (options.query === "") return "";
    if (hits.length === 0) return t("find.none");
    return t("find.count", { current: (current?.index ?? 0) + 1, total: hits.length });
  };
  const chosen = OPTIONS.filter(([option]) => options[option]).map(([option]) => option);
  return (
    <search className="find-bar" aria-label={t("find.title")} onKeyDown={press}>
      <IconButton
        icon={replacing ? ChevronDown : ChevronRight}
        size="small"
        label={replacing ? t("find.hideReplace") : t("find.showReplace")}
        shortcut={projectKeyLabel("replace")}
        aria-expanded={replacing}
        onPress={() => find.setState({ replacing: !replacing })}
      />
      <div className="find-rows">
        <div className="find-row">
          <TextField
            className="find-field"
            aria-label={t("find.query")}
            value={options.query}
            onChange={(query) => change({ query })}
            onKeyDown={onKeys((event) => {
              const shortcut = shortcutOf(QUERY_KEYS, event);
              return shortcut && (() => shortcut.run(find));
            })}
          >
            <Input ref={field} className="input" lang={language} placeholder={t("find.query")} />
            <span className={hits.length === 0 ? "find-count none" : "find-count"} role="status">
              {count()}
            </span>
          </TextField>
          <IconButton
            icon={ChevronUp}
            size="small"
            label={t("find.previous")}
            shortcut={findKeyLabel("findPrevious")}
            isDisabled={hits.length === 0}
            onPress={() => stepFind(find, -1)}
          />
          <IconButton
            icon={ChevronDown}
            size="small"
            label={t("find.next")}
            shortcut={findKeyLabel("findNext")}
            isDisabled={hits.length === 0}
            onPress={() => stepFind(find, 1)}
          />
          <IconButton
            icon={X}
            size="small"
            label={t("common.close")}
            shortcut={findKeyLabel("findClose")}
            onPress={() => closeFind(find)}
          />
        </div>
        {replacing && (
          <div className="find-row">
            <TextField
              className="find-field"
              aria-label={t("find.replacement")}
              value={replacement}
              onChange={(words) => find.setState({ replacement: words })}
              onKeyDown={onKeys(({ key }) => (key === "Enter" ? replaceOne : undefined))}
            >
              <Input className="input" lang={language} placeholder={t("find.replacement")} />
            </TextField>
            <Button size="small" isDisabled={hits.length === 0} onPress={replaceOne}>
              {t("find.replace")}
            </Button>
            <Button size="small" isDisabled={hits.length === 0} onPress={replaceAll}>
              {t("find.replaceAll")}
            </Button>
          </div>
        )}
        <div className="find-row">
          <ToggleButtonGroup
            className="find-options"
            aria-label={t("find.options")}
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) =>
              change({
                matchCase: keys.has("matchCase"),
                wholeWord: keys.has("wholeWord"),
                ignoreAccents: keys.has("ignoreAccents"),
              })
            }
          >
            {OPTIONS.map(([option, face]) => (
              <TooltipTrigger key={option} delay={500} closeDelay={0}>
                <ToggleButton id={option} className="find-option" aria-label={t(`find.${option}`)}>
                  {face}
                </ToggleButton>
                <Tooltip>{t(`find.${option}`)}</Tooltip>
              </TooltipTrigger>
            ))}
          </ToggleButtonGroup>
          <Segments
            label={t("find.where")}
            value={everyLanguage ? "all" : "one"}
            onChange={(where) => find.setState({ everyLanguage: where === "all", current: undefined })}
            segments={[
              { value: "one", text: languageName(language) },
              { value: "all", text: t("find.everyLanguage") },
            ]}
          />
        </div>
      </div>
    </search>
  );
}

const OPTIONS: readonly (readonly [Option, React.ReactNode])[] = [
  ["matchCase", <CaseSensitive key="face" aria-hidden size={18} strokeWidth={1.75} />],
  ["wholeWord", <WholeWord key="face" aria-hidden size={18} strokeWidth={1.75} />],
  [
    "ignoreAccents",
    <span key="face" aria-hidden>
      á=a
    </span>,
  ],
];
