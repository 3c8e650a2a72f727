import "../pictures/pictures.css";
import { Crop, ImagePlus, RotateCcw } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { PICTURE_ENDINGS } from "../../../core/assets/picture-endings.ts";
import { resetCrop, setFocus } from "../../../core/document/commands/crop-picture.ts";
import { editFrameOf } from "../../../core/document/commands/edit-frames.ts";
import { dropImageVariant, setAltText } from "../../../core/document/commands/set-image.ts";
import type { ImageFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { assetFor, effectivePpi, fitPicture } from "../../../core/layout/frames/image-fit.ts";
import { type ShownPicture, usePicture } from "../../engine/use-picture.ts";
import { useDraft } from "../../session/use-draft.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DraftField } from "../../ui/DraftField.tsx";
import { OwnName } from "../../ui/LanguageName.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { showFailure } from "../../ui/toasts.ts";
import { writtenCell } from "../data/cell-text.ts";
import { useEditor } from "../editor.ts";
import { FocusMarker } from "../pictures/FocusMarker.tsx";
import { bringIn, showIn } from "../pictures/place-pictures.ts";
import { Sharpness } from "../pictures/Sharpness.tsx";

/** Which picture a frame shows, how it lies in it, what it says to those who cannot see it. */
export function PictureSection({ frame, project }: { readonly frame: ImageFrame; readonly project: Project }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session, language } = editor;
  const asset = assetFor(frame, language);
  const entry = project.assets.find(({ id }) => id === asset);
  const picture = usePicture(entry?.id);
  const isOwn = frame.variants?.[language] !== undefined;
  const take = (files: FileList | null, ownLanguage: boolean): void => {
    const file = files?.[0];
    if (file) bringIn(editor, file).then((known) => showIn(editor, frame.id, known, ownLanguage), showFailure);
  };
  const alt = writtenCell(project, frame.alt, language);
  return (
    <section className="panel-section" aria-label={t("editor.properties.picture")}>
      {entry && picture && (
        <PictureCard frame={frame} picture={picture} name={entry.name ?? t("fill.templatePicture")} />
      )}
      <div className="form-buttons">
        {entry && (
          <Button size="small" icon={Crop} onPress={() => editor.store.setState({ cropping: frame.id })}>
            {t("frames.picture.crop")}
          </Button>
        )}
        <FileTrigger acceptedFileTypes={PICTURE_ENDINGS} onSelect={(files) => take(files, isOwn)}>
          <Button size="small" icon={ImagePlus} variant={entry ? "plain" : "primary"}>
            {entry ? t("editor.properties.replacePicture") : t("editor.properties.choosePicture")}
          </Button>
        </FileTrigger>
        {(frame.crop ?? frame.focus) && (
          <IconButton
            icon={RotateCcw}
            size="small"
            label={t("frames.picture.reset")}
            onPress={() => session.edit("frame.crop", (one) => resetCrop(one, frame.id))}
          />
        )}
      </div>
      {!entry && <p className="panel-hint">{t("frames.picture.emptyHint")}</p>}
      <Segments
        label={t("editor.properties.fit")}
        value={frame.fit ?? "cover"}
        segments={[
          { value: "cover", text: t("editor.properties.fitCover") },
          { value: "contain", text: t("editor.properties.fitContain") },
          { value: "stretch", text: t("editor.properties.fitStretch") },
        ]}
        onChange={(fit) =>
          session.edit("frame.fit", (one) => editFrameOf(one, frame.id, "image", (old) => ({ ...old, fit })))
        }
      />
      {entry && project.languages.variants.length > 1 && language !== project.languages.source && (
        <div className="own-picture">
          <Checkbox
            isSelected={isOwn}
            onChange={(on) =>
              session.edit("frame.picture", (one) =>
                on
                  ? editFrameOf(one, frame.id, "image", (old) => ({
                      ...old,
                      variants: { ...old.variants, [language]: entry.id },
                    }))
                  : dropImageVariant(one, frame.id, language),
              )
            }
          >
            {t("frames.picture.own")} <OwnName tag={language} />
          </Checkbox>
          {isOwn && <p className="panel-hint">{t("frames.picture.ownHint")}</p>}
        </div>
      )}
      <DraftField
        label={t("frames.picture.alt")}
        help={t("frames.picture.altHint")}
        lines={2}
        contentLanguage={language}
        value={alt.text}
        {...(alt.hint !== undefined && { placeholder: alt.hint })}
        onChange={(words) =>
          session.edit("frame.alt", (one) => setAltText(one, frame.id, language, words), `alt:${frame.id}:${language}`)
        }
      />
    </section>
  );
}

interface PictureCardProps {
  readonly frame: ImageFrame;
  readonly picture: ShownPicture;
  readonly name: string;
}

/** CSS pixels. */
const MOST_WIDTH = 262;
const MOST_HEIGHT = 148;

/** The whole picture, what is cut away dimmed, with the point that stays in view, and how sharp it prints. */
function PictureCard({ frame, picture, name }: PictureCardProps) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const window = { x: 0, y: 0, width: frame.width, height: frame.height };
  const isDrawn = frame.width > 0 && frame.height > 0;
  const { picture: placed, window: seen } = isDrawn
    ? fitPicture(picture, window, frame)
    : { picture: { ...window, width: 1, height: 1 }, window };
  const scale = Math.min(MOST_WIDTH / picture.width, MOST_HEIGHT / picture.height);
  const cut = {
    left: `${((seen.x - placed.x) / placed.width) * 100}%`,
    top: `${((seen.y - placed.y) / placed.height) * 100}%`,
    width: `${(seen.width / placed.width) * 100}%`,
    height: `${(seen.height / placed.height) * 100}%`,
  };
  const [focus, setPoint] = useDraft(frame.focus ?? { x: 0.5, y: 0.5 }, (next) =>
    session.edit("frame.focus", (one) => setFocus(one, frame.id, next), `focus:${frame.id}`),
  );
  return (
    <div className="picture-card">
      <div className="picture-view" style={{ width: picture.width * scale, height: picture.height * scale }}>
        <img src={picture.address} alt="" draggable={false} />
        <div className="picture-clip">
          <div className="picture-cut" style={cut} />
        </div>
        <FocusMarker focus={focus} onChange={setPoint} />
      </div>
      <span className="picture-name" title={name}>
        {name}
      </span>
      <p className="form-fact">
        {picture.kind === "svg"
          ? t("frames.picture.svg")
          : t("fill.pictureSize", { width: picture.width, height: picture.height })}
        <Sharpness ppi={picture.kind === "svg" ? "vector" : effectivePpi(picture, placed)} />
      </p>
    </div>
  );
}
