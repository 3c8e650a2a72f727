import "./preview.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { inTurn } from "./preview-turns.ts";

interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PreviewProps {
  /** Names the picture: equal keys show the same one. */
  readonly name: string;
  readonly alt: string;
  readonly load: () => Promise<Picture>;
  readonly size: { readonly width: number; readonly height: number };
}

/** Pictures once loaded, as addresses of this page; there are as many as templates and recent files. */
const loaded = new Map<string, Promise<string | undefined>>();
/** How many places on the screen show each. */
const shown = new Map<string, number>();

const countShown = (name: string, by: number): unknown => shown.set(name, (shown.get(name) ?? 0) + by);

function addressOf(name: string, load: () => Promise<Picture>): Promise<string | undefined> {
  const known = loaded.get(name);
  if (known) return known;
  const address = inTurn(load, () => (shown.get(name) ?? 0) > 0).then((picture) => {
    if (picture) return URL.createObjectURL(new Blob([picture.png.slice()], { type: "image/png" }));
    loaded.delete(name);
    return undefined;
  });
  address.catch(() => loaded.delete(name));
  loaded.set(name, address);
  return address;
}

/** A page as it prints, in the shape of its paper from the start. */
export function Preview({ name, alt, load, size }: PreviewProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string | "failed">();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` says what `load` loads.
  useEffect(() => {
    let gone = false;
    countShown(name, 1);
    addressOf(name, load).then(
      (ready) => gone || setAddress(ready),
      () => gone || setAddress("failed"),
    );
    return () => {
      gone = true;
      countShown(name, -1);
    };
  }, [name]);
  const { width, height } = size;
  return (
    <span
      className="preview-paper"
      style={{ aspectRatio: `${width} / ${height}`, ["--ratio" as string]: width / height }}
    >
      {address === "failed" && <span className="preview-none">{t("gallery.noPreview")}</span>}
      {address !== undefined && address !== "failed" && <img src={address} alt={alt} width={width} height={height} />}
    </span>
  );
}
