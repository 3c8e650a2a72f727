/** Endings of files of pictures the program takes in: those that documents hold, and those that are converted on the way in. */
export const PICTURE_ENDINGS: readonly string[] = [".jpg", ".jpeg", ".png", ".svg", ".webp", ".avif", ".heic", ".heif"];
