import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readTerms } from '~/core/search-words';
import { say, type Sentence } from '~/words/say';
import type { PanelProps } from '~/client/desk/panel-props';
import { findPlaces, type Hit } from './search';
import { loadSearch } from './search-files';

type State = { kind: 'idle' } | { kind: 'found'; hits: readonly Hit[]; term: string } | { kind: 'missing' };

/** What is worth searching for: two letters, or one of a script in which a letter is a word. */
const isEnough = (term: string) => readTerms(term).length > 0 && (term.length > 1 || !/[ -\u024f]/.test(term));

/** On the page that is open already, the step that was found takes the focus too: keys then act on it. */
function focusHere({ anchor = '' }: Hit): void {
  requestAnimationFrame(() => {
    const box = document.getElementById(anchor)?.querySelector<HTMLElement>('[data-item] > .row input');
    if (location.hash === `#${anchor}`) box?.focus({ preventScroll: true });
  });
}

/** The page and the section that a place is in; a page itself is in none. */
const whereOf = ({ title, section, text }: Hit) =>
  [title, section].filter((part) => part !== '' && part !== text).join(' › ');

const kinds = ['', 'runbook', 'guide'] as const;

interface Props extends PanelProps {
  /** Gives what was typed for the dialog before it was there. */
  takeTyped: () => string;
}

/** Search over the whole site, down to the step. Nothing of it is loaded before the dialog opens. */
export default function SearchDialog({ takeTyped, words, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [term, setTerm] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('');
  const [state, setState] = useState<State>({ kind: 'idle' });

  useLayoutEffect(() => {
    dialog.current?.showModal();
    setTerm(takeTyped());
    loadSearch().catch(() => setState({ kind: 'missing' }));
  }, []);

  useEffect(() => {
    const wanted = term.trim();
    if (!isEnough(wanted)) return setState((before) => (before.kind === 'missing' ? before : { kind: 'idle' }));
    let stale = false;
    findPlaces(wanted, { kind: kind || undefined, isStale: () => stale }).then(
      (hits) => hits && !stale && setState({ kind: 'found', hits, term: wanted }),
      () => stale || setState({ kind: 'missing' }),
    );
    return () => void (stale = true);
  }, [term, kind]);

  const move = (event: KeyboardEvent) => {
    // Firefox would only empty the field.
    if (event.key === 'Escape') return dialog.current?.close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('input[type=search], .hits a') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]?.focus();
    event.preventDefault();
  };

  const said = (): string => {
    if (state.kind === 'idle') return words.search.hint;
    if (state.kind === 'missing') return import.meta.env.DEV ? words.search.missing : words.search.unreachable;
    const found: Sentence = state.hits.length === 0 ? words.search.none : words.search.found;
    return say(found, { n: state.hits.length, term: state.term });
  };

  return (
    <dialog class="sheet search" aria-label={words.search.title} ref={dialog} onClose={close} onKeyDown={move}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          dialog.current?.querySelector<HTMLElement>('.hits a')?.click();
        }}
      >
        <input
          type="search"
          aria-label={words.search.title}
          placeholder={words.search.placeholder}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          maxLength={200}
          value={term}
          onInput={({ currentTarget }) => setTerm(currentTarget.value)}
        />
        <fieldset>
          <legend class="hidden">{words.search.where}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
              {words.search.kinds[one || 'all']}
            </label>
          ))}
        </fieldset>
      </form>
      <p class="found" role="status">
        {said()}
      </p>
      <ul class="hits">
        {state.kind === 'found' &&
          state.hits.map((hit) => (
            <li key={hit.href}>
              <a
                href={hit.href}
                onClick={() => {
                  dialog.current?.close();
                  focusHere(hit);
                }}
              >
                <b dir="auto">{hit.text}</b>{' '}
                {hit.mark && hit.mark !== 'todo' && hit.mark !== 'mixed' && (
                  <i data-mark={hit.mark}>{words.mark[hit.mark]}</i>
                )}
                <small dir="auto">{whereOf(hit)}</small>
              </a>
            </li>
          ))}
      </ul>
    </dialog>
  );
}
