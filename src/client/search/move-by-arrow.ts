/** Moves the focus by the arrow keys between the field of the search and the links and buttons of its results. */
export function moveByArrow(event: KeyboardEvent, dialog: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  // In other fields than that of the search, the arrows choose.
  if (event.target instanceof HTMLInputElement && event.target.type !== 'search') return;
  const stops = [...(dialog?.querySelectorAll('input[type=search], .hits :is(a, button)') ?? [])];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))];
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}
