import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '~/words/say';
import type { PanelProps } from './open-panel';
import { findPlaces, loadSearch, type Hit } from './search';

type State = { kind: 'idle' } | { kind: 'found'; hits: readonly Hit[]; term: string } | { kind: 'missing' };

const kinds = ['', 'runbook', 'guide'] as const;

/** Search over the whole site, down to the step. Nothing of it is loaded before the dialog opens. */
export default function SearchDialog({ words, close }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [term, setTerm] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('');
  const [state, setState] = useState<State>({ kind: 'idle' });

  useEffect(() => {
    dialog.current?.showModal();
    loadSearch().catch(() => setState({ kind: 'missing' }));
  }, []);

  useEffect(() => {
    const wanted = term.trim();
    if (wanted === '') return setState((before) => (before.kind === 'missing' ? before : { kind: 'idle' }));
    let stale = false;
    findPlaces(wanted, kind || undefined).then(
      (hits) => stale || setState({ kind: 'found', hits, term: wanted }),
      () => stale || setState({ kind: 'missing' }),
    );
    return () => void (stale = true);
  }, [term, kind]);

  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('input[type=search], .hits a') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]?.focus();
    event.preventDefault();
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
        {state.kind === 'missing' && words.search.missing}
        {state.kind === 'found' && say(words.search.found, { n: state.hits.length, term: state.term })}
        {state.kind === 'idle' && words.search.hint}
      </p>
      <ul class="hits">
        {state.kind === 'found' &&
          state.hits.map(({ href, page, section, text, mark }) => (
            <li key={href}>
              <a href={href} onClick={() => dialog.current?.close()}>
                <b>{text}</b>{' '}
                {mark && mark !== 'todo' && mark !== 'mixed' && <i data-mark={mark}>{words.mark[mark]}</i>}
                <small>{[page, section].filter((part) => part !== '' && part !== text).join(' › ')}</small>
              </a>
            </li>
          ))}
      </ul>
    </dialog>
  );
}
