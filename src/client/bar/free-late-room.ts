/** Lets the bar be as tall as what stands in it. `bar`: the run bar. */
export function freeLateRoom(bar: HTMLElement): void {
  bar.closest<HTMLElement>('.bar')?.style.removeProperty('min-block-size');
}
