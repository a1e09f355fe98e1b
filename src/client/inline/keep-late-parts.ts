import { scrollBelow } from '~/client/late/scroll-below';
import { recallLateParts } from '~/stores/late-parts';

/** Makes the function that keeps the room of what comes late to the page of a run, wherever its place is there already. */
export function makeLateRoom(run: string): () => void {
  const late = recallLateParts(run);
  if (late === undefined) return () => undefined;
  return () => {
    const bar = document.querySelector<HTMLElement>('.bar');
    const alarm = bar?.querySelector<HTMLElement>('[data-bar=alarm]');
    if (bar && alarm?.hidden) {
      bar.style.minBlockSize = `${late.bar}px`;
      scrollBelow(late.bar);
      alarm.textContent = late.alarm;
      alarm.hidden = false;
    }
    for (const [section, height] of Object.entries(late.banners)) {
      const place = document.querySelector(
        `[data-contingency="${CSS.escape(section)}"] > .tag:not(:has(+ .alarm-banner))`,
      );
      if (place === null) continue;
      const room = document.createElement('div');
      room.className = 'alarm-banner';
      room.style.cssText = `block-size: ${height}px; margin-block: var(--s3)`;
      place.after(room);
    }
  };
}
