import { valueField } from '~/core/values/value';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { announce } from '~/client/acts/announce';
import { showNotice } from '~/stores/notices';
import { valuesOfPage } from './page-values';

/**
 * Says which value keeps a command from being copied, and goes to where it is filled in, from where Enter leads back to the command; on a
 * guide, offers the way there.
 */
export async function askForValue(place: HTMLElement): Promise<void> {
  const { values: words } = await loadWords();
  const name = place.dataset.value ?? '';
  const label = valuesOfPage().find((value) => value.name === name)?.label ?? name;
  const sentence = say(place.dataset.state === 'unfit' ? words.copyUnfit : words.copyUnset, { value: label });
  announce(sentence);
  const input = document.querySelector<HTMLElement>(`[data-field="${valueField(name)}"]`);
  if (input) {
    const command = place.closest('.code')?.querySelector<HTMLElement>('.copy');
    const goBack = ({ key }: KeyboardEvent) => key === 'Enter' && command?.focus();
    input.addEventListener('keydown', goBack);
    input.addEventListener('blur', () => input.removeEventListener('keydown', goBack), { once: true });
    input.scrollIntoView({ block: 'center' });
    return input.focus({ preventScroll: true });
  }
  const back = document.querySelector<HTMLAnchorElement>('#ui\\:for-run a[data-back]');
  if (back === null) return;
  const address = `${back.pathname}#ui:values`;
  showNotice({
    id: 'value',
    text: sentence,
    choices: [{ label: say(words.fillIn, { value: label }), choose: () => location.assign(address) }],
  });
}
