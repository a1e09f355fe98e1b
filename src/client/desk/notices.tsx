import { render } from 'preact';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from './panel-styles';

/** Something that the reader should know or decide, without being stopped by it. It stays until it is answered. */
export interface Notice {
  id: string;
  text: string;
  /** Something is wrong: it is told before what else is to be told. */
  isTrouble?: boolean;
  /** A line to fill in, with what is done with it. */
  question?: { label: string; submit: string; answer: (text: string) => void };
  choices?: readonly { label: string; choose: () => void }[];
}

const notices = new Map<string, Notice>();

function Notices({ words }: { words: Words }) {
  return (
    <section class="notices" aria-label={words.notices.region}>
      {[...notices.values()].map(({ id, text, isTrouble, question, choices = [] }) => (
        <form
          key={id}
          class={isTrouble ? 'notice trouble' : 'notice'}
          onSubmit={(event) => {
            event.preventDefault();
            question?.answer(String(new FormData(event.currentTarget).get('answer') ?? ''));
            dismissNotice(id);
          }}
        >
          <p role="status">{text}</p>
          {question && (
            <>
              <input type="text" name="answer" aria-label={question.label} autocomplete="off" maxLength={40} />
              <button type="submit" class="button main">
                {question.submit}
              </button>
            </>
          )}
          {choices.map(({ label, choose }) => (
            <button type="button" class="button" key={label} onClick={choose}>
              {label}
            </button>
          ))}
          <button type="button" class="button" onClick={() => dismissNotice(id)}>
            {words.notices.dismiss}
          </button>
        </form>
      ))}
    </section>
  );
}

let host: HTMLElement | undefined;

/** Where the focus was before it went into a notice: it returns there. */
let origin: Element | null = null;

async function show(): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  host ??= document.body.appendChild(document.createElement('div'));
  render(notices.size > 0 ? <Notices words={words} /> : null, host);
  document.documentElement.toggleAttribute('data-notices', notices.size > 0);
}

/** Shows a notice; one of the same id is replaced. */
export function showNotice(notice: Notice): void {
  notices.set(notice.id, notice);
  if (!host?.contains(document.activeElement)) origin = document.activeElement;
  void show();
}

export function dismissNotice(id: string): void {
  const hadFocus = host?.contains(document.activeElement);
  if (!notices.delete(id)) return;
  void show();
  if (hadFocus && origin instanceof HTMLElement) origin.focus({ preventScroll: true });
}
