/** The shared objects that painting asks for: every image, gradient, alpha and mask is written once and then named. */

import type { PlacedMask } from "../../../layout/display-list.ts";
import type { Matrix, Rect } from "../../../units/geometry.ts";
import { uprightMatrix } from "../../exif-orientation.ts";
import type { PdfEntries, PdfFile } from "../file/pdf-file.ts";
import { encodeImage } from "../image/encode-image.ts";
import { writeImage, writeMask } from "../image/image-objects.ts";
import type { PdfOptions, PdfSources } from "../pdf-options.ts";
import { ContentStream } from "./content-stream.ts";
import { createFontPool, type FontPool } from "./font-pool.ts";
import { createResourceCatalog, type ResourceCatalog } from "./resource-catalog.ts";
import { alphaShading, colorShading, type Gradient } from "./shading.ts";

/** A picture by name, and how it is turned upright in its unit square (y down). */
export interface ImageResource {
  readonly name: string;
  readonly upright: Matrix;
}

export interface PaintResources {
  readonly options: PdfOptions;
  readonly sources: PdfSources;
  readonly catalog: ResourceCatalog;
  readonly fonts: FontPool;
  /** Opaque, no mask, no overprint: the state at the start of every page. */
  readonly plainState: string;
  /** True once anything but opaque paint was asked for. */
  readonly hasTransparency: boolean;
  state(alpha: number, overprint: boolean): string;
  shading(gradient: Gradient): string;
  /** A state that lets paint through as far as the gradient's alpha says, inside `bounds`. */
  alphaState(gradient: Gradient, opacity: number, bounds: Rect): string;
  /** A pattern for strokes; `matrix` leads from the gradient's coordinates to those at the start of the content stream. */
  pattern(gradient: Gradient, matrix: Matrix): string;
  /** Undefined where there is no such raster: layout has reported it. Throws DiagnosticError for one that is damaged. */
  image(asset: string): ImageResource | undefined;
  mask(item: PlacedMask): string;
  /** Writes a stream that can be painted like a picture. A group is composed by itself before it is laid on the page. */
  form(stream: ContentStream, bounds: Rect, kind: "plain" | "group"): string;
}

export function createPaintResources(file: PdfFile, sources: PdfSources, options: PdfOptions): PaintResources {
  const catalog = createResourceCatalog(file);
  const states = new Map<string, string>();
  const shadings = new WeakMap<Gradient, string>();
  const images = new Map<string, ImageResource | undefined>();
  const masks = new WeakMap<PlacedMask["mask"], Map<string, string>>();
  const alphaStates = new WeakMap<Gradient, Map<string, string>>();
  const patterns = new WeakMap<Gradient, Map<string, string>>();
  const colorSpace = options.colour === "cmyk" ? "DeviceCMYK" : "DeviceRGB";
  let hasTransparency = false;

  const addState = (entries: PdfEntries) => catalog.add("ExtGState", file.write({ Type: "ExtGState", ...entries }));

  const state = (alpha: number, overprint: boolean): string => {
    const rounded = Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000;
    const prints = overprint && options.overprintBlack === true && options.colour === "cmyk";
    const key = `${rounded} ${prints}`;
    let name = states.get(key);
    if (!name) {
      if (rounded < 1) hasTransparency = true;
      const plates = options.overprintBlack ? { OP: prints, op: prints, OPM: prints ? 1 : 0 } : {};
      name = addState({ ca: rounded, CA: rounded, ...plates });
      states.set(key, name);
    }
    return name;
  };

  const writeForm = (stream: ContentStream, bounds: Rect, group: PdfEntries | undefined) => {
    stream.end();
    return file.writeStream(
      {
        Type: "XObject",
        Subtype: "Form",
        BBox: [bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height],
        Group: group,
        Resources: catalog.dictionary(stream.resources),
      },
      stream.bytes.view(),
    );
  };
  const transparencyGroup = (space: string): PdfEntries => ({ Type: "Group", S: "Transparency", CS: space, I: true });

  const encode = (id: string): ImageResource | undefined => {
    const asset = sources.assets.asset(id);
    if (!asset || asset.kind === "svg") return undefined;
    const image = encodeImage(asset.bytes, id, sources.deflate);
    if (!image) return undefined;
    if (image.alpha || image.colorKey) hasTransparency = true;
    return { name: catalog.add("XObject", writeImage(file, image)), upright: uprightMatrix(asset.orientation) };
  };

  return {
    options,
    sources,
    catalog,
    fonts: createFontPool(file, catalog, sources.fonts),
    plainState: state(1, false),
    get hasTransparency() {
      return hasTransparency;
    },
    state,
    shading(gradient) {
      let name = shadings.get(gradient);
      if (!name) {
        name = catalog.add("Shading", file.write(colorShading(gradient, options.colour)));
        shadings.set(gradient, name);
      }
      return name;
    },
    alphaState: (gradient, opacity, bounds) =>
      remember(alphaStates, gradient, `${opacity} ${Object.values(bounds).join(" ")}`, () => {
        hasTransparency = true;
        const stream = new ContentStream(options.colour, "");
        stream.shading(catalog.add("Shading", file.write(alphaShading(gradient, opacity))));
        const group = writeForm(stream, bounds, transparencyGroup("DeviceGray"));
        return addState({ ca: 1, CA: 1, SMask: { Type: "Mask", S: "Luminosity", G: group } });
      }),
    pattern: (gradient, matrix) =>
      remember(patterns, gradient, matrix.join(" "), () => {
        const shading = file.write(colorShading(gradient, options.colour));
        return catalog.add(
          "Pattern",
          file.write({ Type: "Pattern", PatternType: 2, Shading: shading, Matrix: matrix }),
        );
      }),
    image(id) {
      if (!images.has(id)) images.set(id, encode(id));
      return images.get(id);
    },
    mask: ({ mask, color }) =>
      remember(masks, mask, [...color.rgb, ...color.cmyk].join(" "), () => {
        hasTransparency = true;
        return catalog.add("XObject", writeMask(file, mask, color, options.colour));
      }),
    form(stream, bounds, kind) {
      if (kind === "group") hasTransparency = true;
      const ref = writeForm(stream, bounds, kind === "group" ? transparencyGroup(colorSpace) : undefined);
      return catalog.add("XObject", ref);
    },
  };
}

/** The name made for this object and key the first time they were asked for. */
function remember<Key extends object>(
  names: WeakMap<Key, Map<string, string>>,
  object: Key,
  key: string,
  make: () => string,
): string {
  let byKey = names.get(object);
  if (!byKey) {
    byKey = new Map();
    names.set(object, byKey);
  }
  let name = byKey.get(key);
  if (!name) {
    name = make();
    byKey.set(key, name);
  }
  return name;
}
