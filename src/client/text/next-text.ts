import { holdId } from '~/core/page/hold-places';
import { titleOf } from '~/core/page/title-of';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';

/** The place on the run's page that Next leads to, and its words; nothing where the run is through or has ended. */
export function nextText(
  { structure, next }: View,
  hold: Pick<Words['hold'], 'title'>,
): { text: string; anchor: string } | undefined {
  if (next?.kind === 'item') return { text: next.item.text, anchor: next.item.id };
  if (next?.kind !== 'hold') return undefined;
  const { after } = next.hold;
  return { text: `${hold.title}: ${titleOf(structure, after)}`, anchor: holdId(after) };
}
