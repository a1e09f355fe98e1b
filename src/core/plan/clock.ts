import { readUtc } from '~/core/utc';

/**
 * A point in time as people write it: "02:50", "2026-11-27 02:50 UTC", "22:00–02:50". Minutes of the day; `day` in days since 1970;
 * `zone`: minutes ahead of UTC. What the text leaves open is undefined.
 */
export interface Clock {
  day: number | undefined;
  /** The beginning, where the text says from when to when. */
  from: number | undefined;
  minute: number;
  zone: number | undefined;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})[T,\s]*/;
const dottedDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[,\s]*/;
const clock = String.raw`(\d{1,2})[:.](\d{2})(?:\s?([ap])\.?m\.?)?(?:\s?Uhr)?`;
const span = new RegExp(String.raw`^(?:${clock}\s*(?:-|–|—|to|until|bis)\s*)?${clock}`, 'i');
const zoned =
  /(?:(?<![a-z])(?:UTC|GMT)|(?<=\d)Z)(?![a-z])(?:\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?)?|([+−-])(\d{2}):?(\d{2})$/i;

const minutesADay = 1440;

/** Days since 1970 of a date; undefined where the calendar has none such. */
function dayOf(year: string, month: string, day: string): number | undefined {
  const minutes = readUtc(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} 00:00 UTC`);
  return minutes === undefined ? undefined : minutes / minutesADay;
}

function minuteOf(hours: string, minutes: string, half: string | undefined): number | undefined {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const isReal = Number(minutes) < 60 && (hour < 24 || (hour === 24 && Number(minutes) === 0));
  return isReal ? 60 * hour + Number(minutes) : undefined;
}

/** The zone that a text names, in minutes ahead of UTC: "UTC", "02:50Z", "GMT+1", "+05:30". */
export function readZone(text: string): number | undefined {
  const found = zoned.exec(text.trim());
  if (found === null) return undefined;
  const [, sign = found[4], hours = found[5], minutes = found[6]] = found;
  const ahead = 60 * Number(hours ?? 0) + Number(minutes ?? 0);
  return sign === '+' || sign === undefined ? ahead : -ahead;
}

/** Reads the point in time that a text says, and nothing else than that; `undefined` for any other text [PL5]. */
export function readClock(text: string): Clock | undefined {
  const trimmed = text.trim();
  const [iso, dotted] = [isoDate.exec(trimmed), dottedDate.exec(trimmed)];
  const day = iso ? dayOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '') : undefined;
  const other = dotted ? dayOf(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '') : undefined;
  const [date = ''] = iso ?? dotted ?? [];
  const rest = trimmed.slice(date.length);
  const found = span.exec(rest);
  if (found === null || (date !== '' && (day ?? other) === undefined)) return undefined;
  const [whole, fromHours, fromMinutes, fromHalf, hours = '', minutes = '', half] = found;
  const minute = minuteOf(hours, minutes, half);
  const from =
    fromHours === undefined || fromMinutes === undefined ? undefined : minuteOf(fromHours, fromMinutes, fromHalf);
  // After the digits a "Z" names a zone, and so does "+01:00".
  const left = `0${rest.slice(whole.length)}`;
  const isWhole = left.replace(zoned, '').replace(/[\s().]/g, '') === '0';
  if (minute === undefined || !isWhole || (fromHours !== undefined && from === undefined)) return undefined;
  return { day: day ?? other, from, minute, zone: readZone(left) };
}

/** The minutes that the reader's clock is ahead of UTC at a minute since 1970. */
export type OffsetAt = (minute: number) => number;

/**
 * The minute since 1970 that a clock shows [PL5]: on its date, else the first time that it shows this after `since`. Where somebody
 * wrote from when to when, the end is after the beginning. `offsetAt`: of the reader's clock, for times without a zone.
 */
export function minuteOfClock({ day, from, minute, zone }: Clock, since: number, offsetAt: OffsetAt): number {
  const ahead: OffsetAt = zone === undefined ? offsetAt : () => zone;
  const onDay = (one: number, local: number) => {
    const written = one * minutesADay + local;
    return written - ahead(written - ahead(written));
  };
  if (day !== undefined) return onDay(from !== undefined && minute <= from ? day + 1 : day, minute);
  const today = Math.floor((since + ahead(since)) / minutesADay);
  const first = onDay(today, minute);
  return first >= since ? first : onDay(today + 1, minute);
}
