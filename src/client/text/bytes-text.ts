import { onceEachText } from '~/core/once-each-text';

/** Made once: making a format takes longer than all the rest of a line in a list of runs. */
const formatIn = onceEachText(
  (unit) => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, maximumFractionDigits: 1 }),
);

/** "84 kB" of a number of bytes, in the page's language; "9.8 kB" where it is small. */
export function bytesText(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const value = bytes === 0 ? 0 : isLarge ? bytes / 1_000_000 : Math.max(0.1, bytes / 1000);
  return formatIn(isLarge ? 'megabyte' : 'kilobyte').format(value < 10 ? value : Math.round(value));
}
