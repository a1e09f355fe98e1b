/** The words of whatever was thrown, for a sentence to the author. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
