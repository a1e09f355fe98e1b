import type { Words } from '~/words/en';
import type { Question } from './use-answers';

const kinds: readonly Question['kind'][] = ['', 'runbook', 'guide'];

/** The length of the longest question, in characters. */
export const longest = 200;

interface Props extends Pick<Question, 'term' | 'kind' | 'open'> {
  words: Words['search'];
  type: (term: string) => void;
  setKind: (kind: Question['kind']) => void;
  setOpen: (open: boolean) => void;
  /** Enter was pressed. */
  enter: () => void;
}

/** The field of the search, and where it searches. */
export default function SearchForm({ term, kind, open, words, type, setKind, setOpen, enter }: Props) {
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <input
        type="search"
        aria-label={words.title}
        placeholder={words.placeholder}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={longest}
        value={term}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <fieldset>
        <legend class="hidden">{words.where}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            {words.kinds[one || 'all']}
          </label>
        ))}
        <label class="open">
          <input type="checkbox" checked={open} onChange={({ currentTarget }) => setOpen(currentTarget.checked)} />
          {words.open}
        </label>
      </fieldset>
    </form>
  );
}
