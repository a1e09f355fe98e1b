import { keys } from '~/core/run/entry';
import { proposeTime } from '~/core/run/proposals';
import { valueOf } from '~/core/run/run';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf } from '~/client/text/clock-text';
import { onceFree } from './once-free';

/** Proposes a time beside each empty time field: that of the first or last entry about the part of the run that its row names. */
export async function proposeTimes(root: HTMLElement): Promise<void> {
  const words = await loadWords();
  const offer = onceFree(() => {
    const { structure, state } = $view.get();
    for (const field of structure.page.fields) {
      const minute = valueOf(state, keys.field(field.id)) === '' ? proposeTime(structure, state, field) : undefined;
      const input = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(field.id)}"]`);
      const shown = input?.parentElement?.querySelector<HTMLButtonElement>('[data-act=propose]');
      if (minute === undefined || !input) {
        shown?.remove();
        continue;
      }
      const button = shown ?? document.createElement('button');
      const time = clockOf(minute);
      Object.assign(button, {
        type: 'button',
        textContent: time,
        ariaLabel: say(words.field.propose, { time, label: field.label }),
      });
      Object.assign(button.dataset, { act: 'propose', for: field.id, value: time });
      if (!shown) input.parentElement?.append(button);
    }
  });
  $view.subscribe(offer);
}
