/** Opens the tab and the details that a place stands in, and those whose own summary it is. */
export function unfold(place: Element | null | undefined): void {
  for (let folded = place?.closest('details'); folded; folded = folded.parentElement?.closest('details')) {
    folded.open = true;
  }
}
