import type { Piece } from "../../core/translate/tagged-text.ts";
import type { DescribeChip } from "./piece-dom.ts";

/** Tagged text to be read: words with chips, a line per paragraph. */
export function TaggedWords({
  pieces,
  describe,
}: {
  readonly pieces: readonly Piece[];
  readonly describe: DescribeChip;
}) {
  return pieces.map((piece, index) => {
    // Pieces have no identity but their place.
    const key = index;
    if (piece.kind === "words") return <span key={key}>{piece.text}</span>;
    if (piece.kind === "paragraph") return <br key={key} />;
    const { text, title } = describe(piece);
    return (
      <span key={key} className={`chip ${piece.kind}`} title={title}>
        {text}
      </span>
    );
  });
}
