import { useEffect, useRef, useState } from 'preact/hooks';
import { cutExcerpt, markText, type Segment } from '~/core/search/excerpt';
import type { Words } from '~/words/en';
import type { Result } from './search';

const Marked = ({ segments }: { segments: readonly Segment[] }) => (
  <>{segments.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</>
);

/** Tells whether a click opens a link in another tab or window. */
const isElsewhere = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey;

interface Props {
  result: Result;
  words: Words;
  /** Called with the result that was chosen, with the text beneath it as far as it has come. */
  choose: (result: Result, body: string) => void;
}

/** The number of words beneath a place from which their excerpt takes a second line. */
const longText = 12;

/**
 * One place that was found: its own text, a line of the text beneath it, and its location. The line is loaded once in view; its room is kept
 * for it, so that no result moves away from under a finger.
 */
export default function SearchResult({ result, words, choose }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const [body, setBody] = useState<string>();
  const { hit, href, text, where, mark } = result;
  const place = hit.page.places[hit.index];
  const location = place?.location ?? 0;
  const end = location + (place?.length ?? 0);
  const beneath = (hit.page.places[hit.index + 1]?.location ?? Infinity) - end;

  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      result.body().then(setBody, () => setBody(''));
    });
    if (row.current) seen.observe(row.current);
    return () => seen.disconnect();
  }, [result]);

  return (
    <li ref={row}>
      <a
        href={href}
        onClick={(event) => {
          // In another tab the browser opens it, and the search stays for the next one.
          if (isElsewhere(event)) return;
          event.preventDefault();
          choose(result, body ?? '');
        }}
      >
        <b dir="auto" lang={hit.language}>
          <Marked segments={markText(text, location, hit.matches)} />
        </b>{' '}
        {mark && mark !== 'todo' && mark !== 'mixed' && <i data-mark={mark}>{words.mark[mark]}</i>}
        {beneath > 0 && body !== '' && (
          <span class={beneath > longText ? 'excerpt long' : 'excerpt'} dir="auto" lang={hit.language}>
            {body !== undefined && <Marked segments={cutExcerpt(body, end, hit.matches)} />}
          </span>
        )}
        <small dir="auto" lang={hit.language}>
          {where.join(' › ')}
        </small>
      </a>
    </li>
  );
}
