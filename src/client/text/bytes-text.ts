/** "84 kB" of a number of bytes, in the page's language. */
export function bytesText(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_000_000 : Math.max(0.1, bytes / 1000);
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(bytes === 0 ? 0 : value);
}
