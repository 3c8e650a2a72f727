import { ImagePlus } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import { setImageAsset } from "../../../core/document/commands/set-image.ts";
import type { ImageFrame } from "../../../core/document/schema/frames.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { showFailure } from "../../ui/toasts.ts";
import { useEditor } from "../editor.ts";

const FITS = ["cover", "contain", "stretch"] as const;

/** Which picture a frame shows, and how it lies in it. */
export function PictureSection({ frame }: { readonly frame: ImageFrame }) {
  const { t } = useTranslation();
  const { session } = useEditor();

  const bringIn = async (file: File): Promise<void> => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { entry } = await session.host.assets.add({ session: session.handle, bytes, name: file.name });
      session.edit("frame.picture", (project) => setImageAsset(project, frame.id, entry));
    } catch (failure) {
      showFailure(failure);
    }
  };

  const names = {
    cover: t("editor.properties.fitCover"),
    contain: t("editor.properties.fitContain"),
    stretch: t("editor.properties.fitStretch"),
  };
  return (
    <section className="panel-section" aria-label={t("editor.properties.picture")}>
      <FileTrigger
        acceptedFileTypes={["image/jpeg", "image/png", "image/svg+xml"]}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) void bringIn(file);
        }}
      >
        <Button icon={ImagePlus}>
          {frame.asset === undefined ? t("editor.properties.choosePicture") : t("editor.properties.replacePicture")}
        </Button>
      </FileTrigger>
      <Select
        label={t("editor.properties.fit")}
        value={frame.fit ?? "cover"}
        options={FITS.map((value) => ({ value, text: names[value] }))}
        onChange={(fit) =>
          session.edit("frame.fit", (project) => setFrameProperty(project, new Set([frame.id]), "fit", fit))
        }
      />
    </section>
  );
}
