import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readTokens } from '~/core/search/tokens';
import { search, type Results } from './search';
import { loadSearch } from './search-files';

/** A question: the term as it is typed, and what it is narrowed to; `literal`: taken as typed. */
export interface Question {
  term: string;
  kind: '' | 'runbook' | 'guide';
  open: boolean;
  literal: boolean;
}

/** The present answers; `question`: the one that they answer, which may be an earlier one. `missing`: the search cannot be loaded. */
export type Answers =
  { kind: 'idle' } | { kind: 'found'; results: Results; term: string; question: string } | { kind: 'missing' };

/** Tells whether a term is worth searching for: two letters, a digit, or one letter of a script in which a letter is a word. */
const isEnough = (term: string) =>
  readTokens(term).length > 0 && (term.length > 1 || !/[A-Za-z\u00c0-\u024f]/.test(term));

/** The pause in typing after which the search starts, in milliseconds: not every letter is a question, but what came at once is one. */
const pause = 80;

/** A name for a question, by which answers are known to be its own: blanks around the term make no other question. */
export const nameOf = ({ term, kind, open, literal }: Question): string =>
  JSON.stringify([term.trim(), kind, open, literal]);

/** Loads the search, and answers the question as it changes. `begin` is called with each new one that is worth an answer. */
export function useAnswers(asked: Question, begin: () => void): Answers {
  const { term, kind, open, literal } = asked;
  const [answers, setAnswers] = useState<Answers>({ kind: 'idle' });
  /** The term before the last change. */
  const before = useRef('');

  useLayoutEffect(() => void loadSearch().catch(() => setAnswers({ kind: 'missing' })), []);

  // Not after the next frame, which is long in coming while the search loads.
  useLayoutEffect(() => {
    const wanted = term.trim();
    const isTyped = Math.abs(term.length - before.current.length) <= 1;
    before.current = term;
    if (!isEnough(wanted)) return setAnswers((last) => (last.kind === 'missing' ? last : { kind: 'idle' }));
    let stale = false;
    begin();
    const wish = { kind: kind || undefined, open, literal, isStale: () => stale };
    const show = (results: Results) => {
      if (stale) return;
      setAnswers({ kind: 'found', results, term: wanted, question: nameOf(asked) });
    };
    const start = () => search(wanted, wish, show).catch(() => stale || setAnswers({ kind: 'missing' }));
    const timer = setTimeout(start, isTyped ? pause : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [term, kind, open, literal]);

  return answers;
}
