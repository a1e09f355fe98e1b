import { useStore } from '@nanostores/preact';
import { useRef } from 'preact/hooks';
import { $notices, dismissNotice, type Notice } from '~/stores/notices';
import type { Words } from '~/words/en';

interface NoticeProps {
  notice: Notice;
  words: Words['notices'];
  leave: () => void;
}

function NoticeForm({ notice: { text, isTrouble, question, choices = [] }, words, leave }: NoticeProps) {
  return (
    <form
      class={isTrouble ? 'notice trouble' : 'notice'}
      onSubmit={(event) => {
        event.preventDefault();
        question?.answer(String(new FormData(event.currentTarget).get('answer') ?? ''));
        leave();
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
      <button type="button" class="button" onClick={leave}>
        {words.dismiss}
      </button>
    </form>
  );
}

/** The notices of the page. The focus returns to where it was before it went into them. */
export default function Notices({ words: { notices: words } }: { words: Words }) {
  const notices = useStore($notices);
  const region = useRef<HTMLElement>(null);
  const origin = useRef<EventTarget | null>(null);
  if (notices.length === 0) return null;
  const isInside = (target: EventTarget | null) => target instanceof Node && region.current?.contains(target);
  const leave = (id: string) => {
    const hadFocus = isInside(document.activeElement);
    dismissNotice(id);
    if (hadFocus && origin.current instanceof HTMLElement) origin.current.focus({ preventScroll: true });
  };
  return (
    <section
      class="notices"
      aria-label={words.region}
      ref={region}
      onFocusIn={({ relatedTarget }) => {
        if (!isInside(relatedTarget)) origin.current = relatedTarget;
      }}
    >
      {notices.map((notice) => (
        <NoticeForm key={notice.id} notice={notice} words={words} leave={() => leave(notice.id)} />
      ))}
    </section>
  );
}
