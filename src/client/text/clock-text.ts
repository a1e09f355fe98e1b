/** "14:03" in local time, of a minute since 1970. */
export const clockOf = (minute: number): string => new Date(minute * 60_000).toTimeString().slice(0, 5);

/** "UTC+1" at a minute since 1970, in local time: a zone's offset is not the same all year. */
export function zoneOf(minute: number): string {
  // The language lays this text down: "14:03:00 GMT+0100", and then a name.
  const offset = new Date(minute * 60_000).toTimeString().slice(12, 17);
  const parts = offset.replace(/0?(\d+)(\d\d)/, '$1:$2').replace(':00', '');
  return `UTC${parts.replace(/^.0$/, '').replace('-', '−')}`;
}

/** " UTC+1" of a minute whose offset is not that of the run's start: in the hour that comes twice, the order is seen. */
export const offsetOf = (minute: number, start: number): string =>
  zoneOf(minute) === zoneOf(start) ? '' : ` ${zoneOf(minute)}`;

/** Made once: to make it takes a hundred times as long as to use it, and a run of yesterday has a day in each of its stamps. */
let days: Intl.DateTimeFormat | undefined;

/** "23 Nov" of a minute since 1970, in the page's language. */
export const dayOf = (minute: number): string =>
  (days ??= Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short' })).format(
    minute * 60_000,
  );

/** "14:03" of an entry in a run that began at `start`; the day before it where that is another one, the offset after it likewise. */
export function stampOf(minute: number, start: number): string {
  const isFirst = new Date(minute * 60_000).toDateString() === new Date(start * 60_000).toDateString();
  return `${isFirst ? '' : `${dayOf(minute)}, `}${clockOf(minute)}${offsetOf(minute, start)}`;
}
