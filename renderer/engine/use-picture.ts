import { useEffect, useState } from "react";
import { useSession } from "../session/use-session.ts";
import { showFailure } from "../ui/toasts.ts";

const MIME = { jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml" } as const;

/** A picture with an address of this page; pixels upright. */
export interface ShownPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly kind: keyof typeof MIME;
}

/** The picture of the open project as the page itself can show it; undefined until it has come. */
export function usePicture(asset: string | undefined): ShownPicture | undefined {
  const { host, handle } = useSession();
  const [shown, setShown] = useState<ShownPicture>();
  useEffect(() => {
    setShown(undefined);
    if (asset === undefined) return;
    let address: string | undefined;
    let gone = false;
    host.assets.bytes({ session: handle, asset }).then(({ bytes, kind, width, height }) => {
      if (gone) return;
      address = URL.createObjectURL(new Blob([bytes.slice()], { type: MIME[kind] }));
      setShown({ address, width, height, kind });
    }, showFailure);
    return () => {
      gone = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [host, handle, asset]);
  return shown;
}
