import { clockOf, dayOf } from './clock-text';

/** The clock alone for today; the day before it for any other, with its year where that is another. Minutes since 1970. */
export function whenOf(minute: number, now: number): string {
  const [day, today] = [new Date(minute * 60_000), new Date(now * 60_000)];
  if (day.toDateString() === today.toDateString()) return clockOf(minute);
  return day.getFullYear() === today.getFullYear() ? `${dayOf(minute)}, ${clockOf(minute)}` : fullTimeOf(minute);
}

/** Made once, as that of days is (clock-text.ts): an export writes thousands. */
let dates: Intl.DateTimeFormat | undefined;

/** "23 Nov 2026, 14:03" in the page's language: always with the date, and with the time as stamps show it. */
export function fullTimeOf(minute: number): string {
  dates ??= new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  return `${dates.format(minute * 60_000)}, ${clockOf(minute)}`;
}

/** "Europe/Berlin": the zone of the reader's clock. */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The minutes that the reader's clock is ahead of UTC at a minute since 1970. */
export const offsetHere = (minute: number): number => -new Date(minute * 60_000).getTimezoneOffset();
