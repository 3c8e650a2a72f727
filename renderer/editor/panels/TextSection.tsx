import {
  AlignCenter,
  AlignJustify,
  AlignLeft,
  AlignRight,
  Bold,
  Italic,
  Languages,
  PenLine,
  Pilcrow,
  Underline,
} from "lucide-react";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { convertTextRange } from "../../../core/document/commands/convert-text.ts";
import {
  formatText,
  formatTextParagraphs,
  shownBlocks,
  type TextTarget,
} from "../../../core/document/commands/edit-text.ts";
import type { TextFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { CharacterFormat, ParagraphFormat } from "../../../core/document/schema/text.ts";
import { comparePlaces, type TextRange, textInRange, wholeRange } from "../../../core/document/text-range.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import { styleDifferences } from "../../../core/layout/style-differences.ts";
import { ConvertDialog } from "../../paste/ConvertDialog.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { useCalmEditorState, useEditor } from "../editor.ts";
import { CharacterStyleChoice } from "../styles/CharacterStyleChoice.tsx";
import { ParagraphStyleChoice } from "../styles/ParagraphStyleChoice.tsx";
import { FlowFields } from "../threads/FlowFields.tsx";
import { wordAt } from "../writing/move-caret.ts";
import { textKeyLabel } from "../writing/text-keys.ts";
import { rangeOf } from "../writing/writer.ts";
import { MeasureField } from "./MeasureField.tsx";
import { SwatchPicker } from "./SwatchPicker.tsx";
import { formatsInRange } from "./text-formats.ts";

interface TextSectionProps {
  readonly frame: TextFrame;
  readonly text: string;
  readonly project: Project;
}

/** How a text looks: what is selected of it while it is written, else all of it. */
export function TextSection({ frame, text, project }: TextSectionProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session, language } = editor;
  const isWriting = useCalmEditorState((state) => state.writing === frame.id);
  const invisibles = useCalmEditorState((state) => state.invisibles);
  const caret = useCalmEditorState((state) => state.caret);
  const target: TextTarget = { text, language };
  const blocks = shownBlocks(project, target);
  const range: TextRange = isWriting && caret ? rangeOf(caret) : wholeRange(blocks);
  // With nothing selected letters are those of the word the caret is in.
  const letters = comparePlaces(range.from, range.to) === 0 ? wordAt(range.from, blocks, language) : range;
  // With nothing selected all of it is converted.
  const whole = comparePlaces(range.from, range.to) === 0 ? wholeRange(blocks) : range;
  const [converting, setConverting] = useState(false);
  const styles = createStyleResolver(project, language);
  const found = formatsInRange(blocks, letters, frame.style, styles);

  const setCharacters = (
    change: { [Key in keyof CharacterFormat]?: CharacterFormat[Key] | undefined },
    merge?: string,
  ) => session.edit("text.format", (one) => formatText(one, target, letters, change), merge);
  const setParagraphs = (change: { paragraph?: Partial<ParagraphFormat> }) =>
    session.edit("text.paragraphs", (one) => formatTextParagraphs(one, target, range, change));

  return (
    <section className="panel-section" aria-label={t("editor.properties.text")}>
      <div className="text-head">
        <p className="panel-hint">{isWriting ? t("editor.properties.writing") : t("editor.properties.whole")}</p>
        {isWriting && (
          <IconButton
            icon={Pilcrow}
            size="small"
            label={t("write.invisibles")}
            shortcut={textKeyLabel("invisibles")}
            aria-pressed={invisibles}
            onPress={() => editor.store.setState({ invisibles: !invisibles })}
          />
        )}
      </div>
      <ParagraphStyleChoice
        project={project}
        frame={frame}
        target={target}
        blocks={blocks}
        range={range}
        isWriting={isWriting}
        differences={styleDifferences(blocks, range, frame.style, styles)}
      />
      <CharacterStyleChoice
        project={project}
        target={target}
        blocks={blocks}
        range={letters}
        style={found.characterStyle}
      />
      <div className="tool-row">
        <ToggleButtonGroup
          className="segments"
          aria-label={t("editor.properties.text")}
          selectionMode="multiple"
          selectedKeys={[
            ...(found.isBold ? ["bold"] : []),
            ...(found.isItalic ? ["italic"] : []),
            ...(found.isUnderlined ? ["underline"] : []),
          ]}
          onSelectionChange={(keys) => {
            const isBold = keys.has("bold");
            const isItalic = keys.has("italic");
            const isUnderlined = keys.has("underline");
            setCharacters({
              ...(isBold !== found.isBold && { weight: isBold ? 700 : 400 }),
              ...(isItalic !== found.isItalic && { italic: isItalic }),
              ...(isUnderlined !== found.isUnderlined && { underline: isUnderlined }),
            });
          }}
        >
          <ToggleButton id="bold" className="segment" aria-label={t("editor.properties.bold")}>
            <Bold aria-hidden size={16} />
          </ToggleButton>
          <ToggleButton id="italic" className="segment" aria-label={t("editor.properties.italic")}>
            <Italic aria-hidden size={16} />
          </ToggleButton>
          <ToggleButton id="underline" className="segment" aria-label={t("editor.properties.underline")}>
            <Underline aria-hidden size={16} />
          </ToggleButton>
        </ToggleButtonGroup>
        <Segments
          label={t("editor.properties.alignment")}
          value={found.align ?? "start"}
          onChange={(align) => setParagraphs({ paragraph: { align } })}
          segments={[
            { value: "start", text: t("editor.properties.alignStart"), icon: AlignLeft },
            { value: "center", text: t("editor.properties.alignCenter"), icon: AlignCenter },
            { value: "end", text: t("editor.properties.alignEnd"), icon: AlignRight },
            { value: "justify", text: t("editor.properties.alignJustify"), icon: AlignJustify },
          ]}
        />
      </div>
      <div className="measures">
        <MeasureField
          label={t("editor.properties.size")}
          unit={t("editor.properties.points")}
          least={1}
          most={2_000}
          step={0.5}
          value={found.size}
          onChange={(size) => setCharacters({ size }, `size:${frame.id}`)}
        />
      </div>
      <SwatchPicker
        label={t("editor.properties.textColor")}
        swatches={project.swatches}
        value={found.color}
        onChange={(color) => setCharacters({ color: color ?? undefined })}
      />
      <FlowFields frame={frame} project={project} />
      <Button icon={Languages} size="small" variant="quiet" onPress={() => setConverting(true)}>
        {t("write.convertText")}
      </Button>
      {converting && (
        <ConvertDialog
          text={textInRange(blocks, whole)}
          onConvert={(encoding) =>
            session.edit("text.convert", (one) => convertTextRange(one, target, whole, encoding))
          }
          onClose={() => setConverting(false)}
        />
      )}
      {!isWriting && (
        <Button icon={PenLine} onPress={() => editor.store.setState({ writing: frame.id })}>
          {t("editor.properties.write")}
        </Button>
      )}
    </section>
  );
}
