/** "14:03" in local time, of a minute since 1970. */
export const clockOf = (minute: number): string => new Date(minute * 60_000).toTimeString().slice(0, 5);

/** "UTC+1" at a minute since 1970, in local time: a zone's offset is not the same all year. */
export function zoneOf(minute: number): string {
  const offset = -new Date(minute * 60_000).getTimezoneOffset();
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const parts = minutes === 0 ? hours : `${hours}:${String(minutes).padStart(2, '0')}`;
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${parts}`;
}

/** " UTC+1" of a minute whose offset is not that of the run's start: in the hour that comes twice, the order is seen. */
export const offsetOf = (minute: number, start: number): string =>
  zoneOf(minute) === zoneOf(start) ? '' : ` ${zoneOf(minute)}`;

/** "14:03" of an entry in a run that began at `start`; the day before it where that is another one, the offset after it likewise. */
export function stampOf(minute: number, start: number): string {
  const day = new Date(minute * 60_000);
  const isFirst = day.toDateString() === new Date(start * 60_000).toDateString();
  const lang = document.documentElement.lang;
  const date = isFirst ? '' : `${new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' }).format(day)}, `;
  return `${date}${clockOf(minute)}${offsetOf(minute, start)}`;
}
