/** "14:03" in local time, of a minute since 1970. */
export const clockOf = (minute: number): string => new Date(minute * 60_000).toTimeString().slice(0, 5);

/** "UTC+1" at a minute since 1970, in local time: a zone's offset is not the same all year. */
export function zoneOf(minute: number): string {
  const offset = -new Date(minute * 60_000).getTimezoneOffset();
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const parts = minutes === 0 ? hours : `${hours}:${String(minutes).padStart(2, '0')}`;
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${parts}`;
}

/** "23 Nov 2026, 14:03" in local time and the page's language, of a minute since 1970. */
export const dateOf = (minute: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
    minute * 60_000,
  );
