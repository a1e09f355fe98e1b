/**
 * Keeps the place of the runs under way in a section of the home page, and tells its styles what to show there: these runs, that none is
 * under way, or that this browser keeps none. `kept`: the number of all runs; `data-most`: how many are shown.
 */
export function reservePlace({ dataset, style }: HTMLElement, kept: number, underWay: number): void {
  const shown = String(Math.min(underWay, Number(dataset.most)));
  dataset.kept = String(kept);
  dataset.runs = shown;
  style.setProperty('--runs', shown);
}
