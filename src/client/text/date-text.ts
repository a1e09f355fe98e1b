/** "Europe/Berlin": the zone of the reader's clock. */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "23 Nov 2026, 14:03" in local time and the page's language, of a minute since 1970. */
export const dateOf = (minute: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
    minute * 60_000,
  );
