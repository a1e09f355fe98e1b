const minutesOf = (hours: string | undefined, minutes: string | undefined): number =>
  60 * Number(hours ?? 0) + Number(minutes ?? 0);

const time = /(?:^|\s)~\s?(?:(\d{1,3})\s?h)?(?:\s?(\d{1,4})\s?min)?$/i;
const duration = /^~?\s?(?:(\d{1,3})\s?h)?(?:\s?(\d{1,4})\s?min)?$/i;

/** Takes `~10 min`, `~2 h` or `~1 h 30 min` from the end of a text [PL1]. */
export function takeTime(text: string): { before: string; minutes: number } | undefined {
  const found = time.exec(text.trimEnd());
  const [whole = '', hours, minutes] = found ?? [];
  if (found === null || (hours === undefined && minutes === undefined)) return undefined;
  return { before: text.trimEnd().slice(0, -whole.length), minutes: minutesOf(hours, minutes) };
}

/**
 * Reads a text that is nothing but a time, such as "30 min" or "1 h 30 min", in minutes; `undefined` for any other
 * text, and for no time at all.
 */
export function readDuration(text: string): number | undefined {
  const [, hours, minutes] = duration.exec(text.trim()) ?? [];
  return minutesOf(hours, minutes) || undefined;
}

/** Takes `@Role`, one of the page's roles, from the end of a text, the longest name first [PE1]. */
export function takeRole(text: string, roles: readonly string[]): { before: string; role: string } | undefined {
  const trimmed = text.replace(/[\s,]+$/, '');
  const folded = trimmed.toLowerCase();
  for (const role of roles.toSorted((a, b) => b.length - a.length)) {
    const sign = `@${role.toLowerCase()}`;
    const before = trimmed.slice(0, -sign.length);
    if (folded.endsWith(sign) && /(?:^|[\s,])$/.test(before)) return { before: before.replace(/[\s,]+$/, ''), role };
  }
  return undefined;
}

/** A planned time as its author writes it: "~1 h 30 min". */
export function describeMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `~${[hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')}`;
}
