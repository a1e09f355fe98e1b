import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '~/words/say';
import type { PanelProps } from '~/client/desk/panel-props';
import { whenFree } from '~/client/page/when-free';
import { useModal } from '~/client/acts/use-modal';
import { goToResult } from './go-to-result';
import { moveByArrow } from './move-by-arrow';
import { rememberSearch } from './recent-searches';
import RecentSearches from './RecentSearches';
import type { Result } from './search';
import { sayFound } from './say-found';
import SearchForm, { longest } from './SearchForm';
import SearchNotes from './SearchNotes';
import SearchResult from './SearchResult';
import { nameOf, useAnswers, type Question } from './use-answers';

/** The number of results that are shown at first. */
const first = 20;
/** The number of results in the first frame that has any: as many as are in view, so that nobody waits for the others. */
const inView = 8;

interface Props extends PanelProps {
  /** Returns the text that was typed for the dialog before it opened. */
  takeTyped: () => string;
}

/** Search over the whole site, down to the step. Nothing of it is loaded before the dialog opens. */
export default function SearchDialog({ takeTyped, words, close }: Props) {
  const { dialog, leave } = useModal();
  const [term, setTerm] = useState('');
  const [kind, setKind] = useState<Question['kind']>('');
  const [open, setOpen] = useState(false);
  const [literal, setLiteral] = useState(false);
  const [all, setAll] = useState(false);
  const [most, setMost] = useState(inView);
  const asked = { term, kind, open, literal };
  const state = useAnswers(asked, () => setAll(false));
  /** The question that the results must answer; until they do, those of an earlier one are shown. */
  const question = nameOf(asked);
  const isAnswered = state.kind === 'found' && state.question === question;
  /** The question for which Enter was pressed; empty again once another one is asked. */
  const entered = useRef('');
  if (entered.current !== question) entered.current = '';

  useLayoutEffect(() => setTerm(takeTyped().slice(0, longest)), []);

  /** Goes to the first result once the question for which Enter was pressed is answered. */
  const enter = () => {
    if (!isAnswered || entered.current === '') return;
    entered.current = '';
    dialog.current?.querySelector<HTMLElement>('.hits a')?.click();
  };
  useEffect(enter, [isAnswered]);
  useLayoutEffect(() => {
    // After “Show more” the reader goes on with the first of the results that were not there.
    if (all) dialog.current?.querySelectorAll<HTMLElement>('.hits a')[most]?.focus();
  }, [all]);
  // The element that had the focus may be gone together with earlier results: the keys still mean the dialog.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus();
  });
  useEffect(() => {
    if (state.kind === 'found') whenFree(() => setMost(first));
  }, [state.kind]);

  const type = (typed: string) => {
    setLiteral(false);
    setTerm(typed);
  };

  const choose = (result: Result, body: string) => {
    rememberSearch(term);
    leave();
    goToResult(result, body);
  };

  const move = (event: KeyboardEvent) => {
    // These keys choose among the words that an input method offers.
    if (event.isComposing) return;
    // Firefox would only empty the field.
    if (event.key === 'Escape') return leave();
    moveByArrow(event, dialog.current);
  };

  const said = (): string => {
    if (state.isLate) return say(words.search.waiting, { term: term.trim() });
    if (state.kind === 'idle') return words.search.hint;
    if (state.kind === 'missing') {
      if (import.meta.env.DEV) return words.search.missing;
      return navigator.onLine ? words.search.broken : words.search.unreachable;
    }
    return sayFound(state.results, state.term, state.open, words.search);
  };

  const results = state.kind === 'found' ? state.results.results : [];
  const shown = all ? results : results.slice(0, most);
  return (
    <dialog
      class="dialog search"
      aria-label={words.search.title}
      tabIndex={-1}
      ref={dialog}
      onClose={close}
      onKeyDown={move}
    >
      <SearchForm
        {...{ term, kind, open, type, setKind, setOpen }}
        words={words.search}
        enter={() => {
          entered.current = question;
          enter();
        }}
      />
      <p class="found" role="status">
        {said()}
      </p>
      {(state.kind === 'missing' || (state.kind === 'found' && state.results.rest === 'missing')) && (
        <button type="button" class="button" onClick={() => window.location.reload()}>
          {words.search.retry}
        </button>
      )}
      {state.kind === 'idle' && <RecentSearches words={words.search} choose={type} />}
      {state.kind === 'found' && (
        <SearchNotes results={state.results} words={words.search} literal={literal} setLiteral={setLiteral} />
      )}
      <ul class="hits">
        {shown.map((result) => (
          <SearchResult key={result.href} result={result} words={words} choose={choose} />
        ))}
      </ul>
      {most === first && results.length > shown.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {say(words.search.more, { n: results.length - shown.length })}
        </button>
      )}
    </dialog>
  );
}
