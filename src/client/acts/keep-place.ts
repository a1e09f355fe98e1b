/** The first row below the run bar: what the reader is looking at. */
function findPlace(): HTMLElement | undefined {
  const edge = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const places = document.querySelectorAll<HTMLElement>(
    'main :is(h2, h3, h4), .item:not([data-mark=done], [data-mark=skipped])',
  );
  return [...places].find((place) => place.checkVisibility() && place.getBoundingClientRect().top >= edge);
}

/** Hides rows or shows them again, and leaves what the reader is looking at where it is on the screen. */
export function keepPlace(change: () => void): void {
  const place = findPlace();
  const before = place?.getBoundingClientRect().top ?? 0;
  change();
  if (place?.checkVisibility()) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: 'instant' });
}
