import "./pictures.css";
import { ImagePlus, MoreHorizontal, Target, Trash2 } from "lucide-react";
import { memo } from "react";
import { FileTrigger, GridList, GridListItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { PICTURE_ENDINGS } from "../../../core/assets/picture-endings.ts";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { addAsset, assetUses } from "../../../core/document/commands/set-image.ts";
import type { AssetEntry, Project } from "../../../core/document/schema/project.ts";
import { effectivePpi, fitPicture } from "../../../core/layout/frames/image-fit.ts";
import { dropUnusedAssets } from "../../../core/preflight/repairs/drop-unused-assets.ts";
import { useCalmSessionState } from "../../session/use-session.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { showFailure } from "../../ui/toasts.ts";
import { type EditedLayouts, type Editor, select, useCalmLayouts, useEditor } from "../editor.ts";
import { bringIntoView } from "../navigate.ts";
import { stageBounds } from "../stage-frames.ts";
import { AssetThumb } from "./AssetThumb.tsx";
import { ASSET_DRAG } from "./asset-drag.ts";
import { knownAsset } from "./known-asset.ts";
import { bringIn, pictureOf, putOnPage, showIn } from "./place-pictures.ts";
import { Sharpness } from "./Sharpness.tsx";

/** The pictures of the document: what is used where and how sharp, to be put on pages again. */
export const AssetsPanel = memo(function AssetsPanel() {
  const { t } = useTranslation();
  const editor = useEditor();
  const project = useCalmSessionState((state) => state.project);
  const layouts = useCalmLayouts();
  const uses = assetUses(project);
  const unused = project.assets.filter(({ id }) => !uses.has(id)).length;
  const add = async (files: FileList | null): Promise<void> => {
    for (const file of files ?? []) {
      const { entry } = await bringIn(editor, file);
      editor.session.edit("asset.add", (one) => addAsset(one, entry));
    }
  };
  return (
    <div className="assets-panel">
      <div className="swatches-bar">
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={PICTURE_ENDINGS}
          onSelect={(files) => void add(files).catch(showFailure)}
        >
          <Button size="small" icon={ImagePlus}>
            {t("frames.assets.add")}
          </Button>
        </FileTrigger>
        <IconButton
          icon={Trash2}
          size="small"
          label={t("frames.assets.clean", { count: unused })}
          isDisabled={unused === 0}
          onPress={() => editor.session.edit("asset.clean", dropUnusedAssets)}
        />
      </div>
      <GridList
        className="asset-list"
        aria-label={t("frames.assets.list")}
        items={project.assets}
        dependencies={[project, layouts, t]}
        renderEmptyState={() => <p className="panel-hint swatches-empty">{t("frames.assets.empty")}</p>}
        onAction={(key) => void use(editor, project.assets, String(key))}
      >
        {(asset) => <Row asset={asset} project={project} layouts={layouts} uses={uses.get(asset.id) ?? []} />}
      </GridList>
    </div>
  );
});

/** Into the selected picture frame, or onto the page. */
async function use(editor: Editor, assets: readonly AssetEntry[], id: string): Promise<void> {
  const entry = assets.find((one) => one.id === id);
  if (!entry) return;
  try {
    const picture = await pictureOf(editor, entry);
    const [only, ...more] = editor.store.getState().selection;
    const frame =
      only === undefined || more.length > 0 ? undefined : findFrame(editor.session.store.getState().project, only);
    if (frame?.type === "image") showIn(editor, frame.id, picture);
    else putOnPage(editor, picture);
  } catch (failure) {
    showFailure(failure);
  }
}

interface RowProps {
  readonly asset: AssetEntry;
  readonly project: Project;
  readonly layouts: EditedLayouts;
  readonly uses: readonly string[];
}

function Row({ asset, project, layouts, uses }: RowProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const name = asset.name ?? t("fill.templatePicture");
  const known = knownAsset(layouts, asset.id);
  const ppi = worstPpi(project, uses, known);
  const words = uses.length === 0 ? t("frames.swatches.unused") : t("frames.swatches.uses", { count: uses.length });
  const goTo = (): void => {
    const shown = editor.onStage.frames.filter(({ frame }) => uses.includes(frame.id));
    select(
      editor,
      shown.map(({ frame }) => frame.id),
    );
    const [first] = shown;
    if (first) bringIntoView(editor, stageBounds(first));
  };
  return (
    <GridListItem id={asset.id} textValue={name} className="asset">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the row and its menu put the picture on the page by keys */}
      <span
        className="asset-grip"
        title={t("frames.assets.drag", { name })}
        draggable
        onDragStart={({ dataTransfer }) => {
          dataTransfer.setData(ASSET_DRAG, asset.id);
          dataTransfer.effectAllowed = "copy";
        }}
      >
        <AssetThumb id={asset.id} known={known} />
      </span>
      <span className="asset-words">
        <span className="picture-name">{name}</span>
        <span className="aside">
          {known && known.kind !== "svg" ? `${known.width} × ${known.height} · ${words}` : words}
        </span>
      </span>
      {ppi !== undefined && <Sharpness ppi={ppi} isShort />}
      <Menu
        label={t("frames.assets.actions", { name })}
        trigger={<IconButton icon={MoreHorizontal} size="small" label={t("frames.assets.actions", { name })} />}
        entries={[
          {
            id: "use",
            text: t("frames.assets.use"),
            icon: ImagePlus,
            run: () => void use(editor, project.assets, asset.id),
          },
          { id: "show", text: t("frames.assets.show"), icon: Target, isDisabled: uses.length === 0, run: goTo },
        ]}
      />
    </GridListItem>
  );
}

/** Of all the frames that show it, the coarsest. */
function worstPpi(
  project: Project,
  uses: readonly string[],
  known: ReturnType<typeof knownAsset>,
): number | "vector" | undefined {
  if (!known || uses.length === 0) return undefined;
  if (known.kind === "svg") return "vector";
  const all = uses.flatMap((id) => {
    const frame = findFrame(project, id);
    if (frame?.type !== "image" || frame.width <= 0 || frame.height <= 0) return [];
    const { picture } = fitPicture(known, { x: 0, y: 0, width: frame.width, height: frame.height }, frame);
    return [effectivePpi(known, picture)];
  });
  return all.length === 0 ? undefined : Math.min(...all);
}
