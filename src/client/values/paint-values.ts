import { fillAddress } from '~/core/values/fill-address';
import { fitsPattern } from '~/core/values/pattern';
import { showValue } from '~/core/values/show-value';
import { valueField } from '~/core/values/value';
import { writeNote } from './box-note';
import type { SaidValues } from './said-values';

/**
 * Paints the values of a run wherever the page has them, as text: in prose, code, links and in the box. `data-state` says how each is
 * shown, `data-claimed` that it came from elsewhere and was not looked at. Values that show what they should are not touched.
 */
export function paintValues(root: ParentNode, { values, saidOf, isLooked }: SaidValues): void {
  const byName = new Map(values.map((value) => [value.name, { value, said: saidOf(value.name) }]));
  const isClaimed = (name: string, said: string) => said !== '' && !isLooked(name, said);
  /** The blocks of code with values that came from elsewhere. */
  const claims = new Map<HTMLElement, Set<string>>();
  for (const place of root.querySelectorAll<HTMLElement>('[data-value]')) {
    const found = byName.get(place.dataset.value ?? '');
    if (found === undefined) continue;
    const { value, said } = found;
    const { text, state } = showValue(value, said, place.closest('pre,code,kbd,samp,tt') !== null);
    if (place.textContent !== text) place.textContent = text;
    place.dataset.state = state;
    const claimed = isClaimed(value.name, said);
    place.toggleAttribute('data-claimed', claimed);
    const pre = claimed && state === 'set' && place.closest('pre');
    if (pre) claims.set(pre, (claims.get(pre) ?? new Set()).add(value.label));
  }
  const { claimed: words = '' } = root.querySelector<HTMLElement>('.values,.for-run')?.dataset ?? {};
  for (const pre of root.querySelectorAll<HTMLElement>('pre[data-claim]')) delete pre.dataset.claim;
  for (const [pre, labels] of claims) pre.dataset.claim = words.replace('{values}', () => [...labels].join(', '));
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-href]')) {
    const address = fillAddress(
      link.dataset.href ?? '',
      (name) => byName.has(name),
      (name) => {
        const { value, said = '' } = byName.get(name) ?? {};
        return value && fitsPattern(said, value.pattern) ? said : '';
      },
    );
    // A link to an example leads nowhere that anybody wants to go.
    if (address === undefined) link.removeAttribute('href');
    else if (link.getAttribute('href') !== address) link.setAttribute('href', address);
  }
  for (const { value, said } of byName.values()) {
    const input = root.querySelector<HTMLInputElement>(`[data-field="${valueField(value.name)}"]`);
    if (input === null) continue;
    if (input !== document.activeElement) input.value = said;
    input.ariaInvalid = String(said !== '' && !fitsPattern(said, value.pattern));
    input.toggleAttribute('data-claimed', isClaimed(value.name, said));
  }
  const box = root.querySelector<HTMLElement>('.values');
  if (box) writeNote(box, { values, saidOf, isLooked });
}
