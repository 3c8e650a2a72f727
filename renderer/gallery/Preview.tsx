import "./preview.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

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
const loaded = new Map<string, Promise<string>>();

function addressOf(name: string, load: () => Promise<Picture>): Promise<string> {
  const known = loaded.get(name);
  if (known) return known;
  const address = load().then(({ png }) => URL.createObjectURL(new Blob([png.slice()], { type: "image/png" })));
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
    addressOf(name, load).then(
      (ready) => gone || setAddress(ready),
      () => gone || setAddress("failed"),
    );
    return () => {
      gone = true;
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
