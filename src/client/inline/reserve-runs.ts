/**
 * Counts the runs under way before the first frame, and keeps their place on the home page, so that nothing moves when they
 * are drawn. It runs inside the page's inline script as its own source text: so it refers to nothing outside itself.
 * `prefix`: that of this site's keys; `most`: how many are shown.
 */
export function reserveRuns(prefix: string, most: number): void {
  let count = 0;
  let kept = 0;
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(`${prefix}run|`))) {
      kept++;
      try {
        const { entries } = JSON.parse(localStorage.getItem(key) ?? '');
        const ends = entries.filter(([name]: [string]) => name === 'end');
        if (entries.length > 0 && !ends.at(-1)?.[1]) count++;
      } catch {
        // The list of runs sets aside what cannot be read, and says so.
      }
    }
  } catch {
    // Storage is forbidden: there are no runs.
  }
  const place = document.getElementById('under-way');
  if (place === null) return;
  place.dataset.kept = String(kept);
  place.dataset.runs = String(Math.min(count, most));
  place.style.setProperty('--runs', String(Math.min(count, most)));
}
