/** Days from 1970-01-01 to the first of March of year 0 of the proleptic Gregorian calendar, negated. */
const epochShift = 719_468;
const daysOfEra = 146_097;

/** A civil date as days since 1970-01-01. Years begin in March here, so that the leap day is their last. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysOfEra + yearOfEra * 365 + leapDays + dayOfYear - epochShift;
}

function dateOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + epochShift;
  const era = Math.floor(shifted / daysOfEra);
  const rest = shifted - era * daysOfEra;
  const leapDays = Math.floor(rest / 1460) - Math.floor(rest / 36_524) + Math.floor(rest / 146_096);
  const yearOfEra = Math.floor((rest - leapDays) / 365);
  const dayOfYear = rest - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** Minutes since 1970 as "2026-11-22 14:03 UTC": the same in every time zone, so that a file means one moment. */
export function writeUtc(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const { year, month, day } = dateOf(days);
  const time = minutes - days * 1440;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)} ${pad(Math.floor(time / 60), 2)}:${pad(time % 60, 2)} UTC`;
}

const form = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d) UTC$/;

/** Reads the minutes since 1970 that `writeUtc` wrote; `undefined` for anything that is no minute of the calendar since then. */
export function readUtc(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const minutes = daysOf(year, month, day) * 1440 + hour * 60 + minute;
  return minutes >= 0 && writeUtc(minutes) === text ? minutes : undefined;
}
