import { useRef, useState } from 'preact/hooks';
import type { Words } from '~/words/en';
import { forgetSearches, recentSearches } from './recent-searches';

interface Props {
  words: Words['search'];
  choose: (search: string) => void;
}

/** The latest searches of this browser, to repeat or to forget. */
export default function RecentSearches({ words, choose }: Props) {
  const [searches, setSearches] = useState(recentSearches);
  const list = useRef<HTMLElement>(null);
  /** The button that had the focus is gone then: the field takes it. */
  const refocus = () => list.current?.closest('dialog')?.querySelector<HTMLElement>('input[type=search]')?.focus();
  if (searches.length === 0) return null;
  return (
    <section class="recent" aria-label={words.recent} ref={list}>
      <h2>{words.recent}</h2>
      <p class="choices">
        {searches.map((search) => (
          <button
            type="button"
            class="button"
            dir="auto"
            key={search}
            onClick={() => {
              refocus();
              choose(search);
            }}
          >
            {search}
          </button>
        ))}
        <button
          type="button"
          class="button forget"
          onClick={() => {
            refocus();
            forgetSearches();
            setSearches([]);
          }}
        >
          {words.forget}
        </button>
      </p>
    </section>
  );
}
