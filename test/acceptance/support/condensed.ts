/** NFC without white space: programs that read PDF files guess spaces and line ends from positions. */
export const condensed = (text: string): string => text.normalize("NFC").replace(/\s/gu, "");
