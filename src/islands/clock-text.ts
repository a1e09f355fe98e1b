const two = (n: number) => String(n).padStart(2, '0');

/** "14:03" in local time, of a minute since 1970. */
export function clockOf(minute: number): string {
  const date = new Date(minute * 60_000);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
