/** `ENOENT` and the like; undefined for errors that are not the system's. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** What an error says, whatever was thrown. */
export const errorReason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
