import { useLayoutEffect, useRef } from "react";
import type { Asset } from "../../../core/layout/asset-source.ts";
import { usePicture } from "../../engine/use-picture.ts";
import { usePicturesVersion } from "../../engine/use-pictures.ts";
import { useCalmLayouts } from "../editor.ts";

const WIDTH = 88;
const HEIGHT = 72;

/** A picture small: from what the page has decoded already, else from its file. */
export function AssetThumb({ id, known }: { readonly id: string; readonly known: Asset | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pages, masters } = useCalmLayouts();
  const isRaster = known !== undefined && known.kind !== "svg";
  const decoded = isRaster ? (pages ?? masters)?.sources.pictures : undefined;
  usePicturesVersion(decoded);
  const picture = decoded?.picture(id, 2 * WIDTH)?.picture;
  const bitmap = picture instanceof ImageBitmap ? picture : undefined;
  const file = usePicture(decoded ? undefined : id);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !bitmap) return;
    const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
    const width = bitmap.width * scale;
    const height = bitmap.height * scale;
    context.imageSmoothingQuality = "high";
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }, [bitmap]);
  return (
    <span className="asset-thumb" aria-hidden="true">
      {bitmap ? (
        <canvas ref={canvas} width={WIDTH} height={HEIGHT} style={{ width: "100%", height: "100%" }} />
      ) : (
        file && <img src={file.address} alt="" draggable={false} />
      )}
    </span>
  );
}
