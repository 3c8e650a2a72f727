import { RectangleHorizontal, RectangleVertical } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setPageSetup, setPageSize } from "../../core/document/commands/edit-page-setup.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Select } from "../ui/Select.tsx";
import { useEditorState } from "./editor.ts";
import { PAGE_SIZES, presetOf } from "./page-sizes.ts";
import { MeasureField } from "./panels/MeasureField.tsx";

const LEAST_SIDE = 5;
const MOST_SIDE = 2_000;
const MOST_BLEED = 50;
const DEFAULT_GAP = 5;

const SIDES = ["top", "bottom", "left", "right"] as const;

/** Size, margins, bleed and columns of all pages, or the size of the one that is worked on. */
export function PageSetupDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const shown = useEditorState((state) => state.page);
  const page = project.pages.find(({ id }) => id === shown);
  const [which, setWhich] = useState<"all" | "one">(page?.size ? "one" : "all");
  const [setup, setSetup] = useState<Project["page"]>({ ...project.page, ...page?.size });
  const [scaleFrames, setScale] = useState(false);
  const { width, height, bleed, margins, facing = false, columns } = setup;
  const preset = presetOf(width, height);
  const isUpright = height >= width;
  const mm = t("editor.properties.mm");
  const change = (changes: Partial<Project["page"]>): void => setSetup({ ...setup, ...changes });
  const fits = margins.left + margins.right < width && margins.top + margins.bottom < height;

  const apply = (): void => {
    if (which === "one" && page) {
      const isDocuments = width === project.page.width && height === project.page.height;
      session.edit("page.size", (one) => setPageSize(one, page.id, isDocuments ? undefined : { width, height }));
    } else {
      session.edit("page.setup", (one) =>
        setPageSetup(page?.size ? setPageSize(one, page.id, undefined) : one, withoutEmpty(setup), { scaleFrames }),
      );
    }
    onClose();
  };
  const choosePreset = (id: string): void => {
    const chosen = PAGE_SIZES.find((size) => size.id === id);
    if (!chosen) return;
    const gap = margins.left + margins.right;
    change({
      width: chosen.width,
      height: chosen.height,
      ...(chosen.columns !== undefined && { columns: { count: chosen.columns, gap } }),
    });
  };

  return (
    <FormDialog
      title={t("stage.page.title")}
      confirm={t("stage.page.apply")}
      isDisabled={!fits}
      onSubmit={apply}
      onClose={onClose}
    >
      {page && project.pages.length > 1 && (
        <Segments
          label={t("stage.page.which")}
          value={which}
          onChange={setWhich}
          segments={[
            { value: "all", text: t("stage.page.all") },
            { value: "one", text: t("stage.page.one") },
          ]}
        />
      )}
      <div className="page-setup-size">
        <Select
          label={t("stage.page.size")}
          value={preset?.id ?? "custom"}
          onChange={choosePreset}
          options={[
            ...PAGE_SIZES.map((size) => ({
              value: size.id as string,
              text: t(`stage.page.sizes.${size.id}`),
              aside: `${size.width} × ${size.height}`,
            })),
            ...(preset ? [] : [{ value: "custom", text: t("stage.page.custom") }]),
          ]}
        />
        <Segments
          label={t("stage.page.orientation")}
          value={isUpright ? "upright" : "across"}
          onChange={(way) => (way === "upright") !== isUpright && change({ width: height, height: width })}
          segments={[
            { value: "upright", text: t("stage.page.upright"), icon: RectangleVertical },
            { value: "across", text: t("stage.page.across"), icon: RectangleHorizontal },
          ]}
        />
      </div>
      <div className="measures">
        <MeasureField
          label={t("editor.properties.width")}
          unit={mm}
          least={LEAST_SIDE}
          most={MOST_SIDE}
          value={width}
          onChange={(value) => change({ width: value })}
        />
        <MeasureField
          label={t("editor.properties.height")}
          unit={mm}
          least={LEAST_SIDE}
          most={MOST_SIDE}
          value={height}
          onChange={(value) => change({ height: value })}
        />
      </div>
      {which === "all" && (
        <>
          <fieldset className="page-setup-group">
            <legend>{t("stage.page.margins")}</legend>
            <div className="measures">
              {SIDES.map((side) => (
                <MeasureField
                  key={side}
                  label={t(
                    `stage.page.${facing && side === "left" ? "inside" : facing && side === "right" ? "outside" : side}`,
                  )}
                  unit={mm}
                  least={0}
                  most={MOST_SIDE}
                  value={margins[side]}
                  onChange={(value) => change({ margins: { ...margins, [side]: value } })}
                />
              ))}
              <MeasureField
                label={t("stage.page.columns")}
                unit=""
                least={1}
                most={24}
                digits={0}
                value={columns?.count ?? 1}
                onChange={(count) => change({ columns: { count, gap: columns?.gap ?? DEFAULT_GAP } })}
              />
              <MeasureField
                label={t("stage.page.gap")}
                unit={mm}
                least={0}
                most={MOST_SIDE}
                isDisabled={(columns?.count ?? 1) < 2}
                value={columns?.gap ?? DEFAULT_GAP}
                onChange={(gap) => change({ columns: { count: columns?.count ?? 1, gap } })}
              />
              <MeasureField
                label={t("stage.page.bleed")}
                unit={mm}
                least={0}
                most={MOST_BLEED}
                value={bleed}
                onChange={(value) => change({ bleed: value })}
              />
            </div>
          </fieldset>
          {!fits && (
            <p className="field-error" role="alert">
              {t("stage.page.noRoom")}
            </p>
          )}
          <Checkbox isSelected={facing} onChange={(isOn) => change({ facing: isOn })}>
            {t("stage.page.facing")}
          </Checkbox>
          <Checkbox isSelected={scaleFrames} onChange={setScale}>
            {t("stage.page.scale")}
          </Checkbox>
        </>
      )}
    </FormDialog>
  );
}

/** Without what says no more than its absence would. */
function withoutEmpty({ facing, columns, ...setup }: Project["page"]): Project["page"] {
  return {
    ...setup,
    ...(facing === true && { facing }),
    ...(columns && columns.count > 1 && { columns }),
  };
}
