import { groupBy } from '~/core/group-by';
import { useStore } from '@nanostores/preact';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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

interface RegionProps {
  notices: readonly Notice[];
  words: Words['notices'];
  /** True for a region within the list, beside a row, which covers nothing. */
  isBeside?: boolean;
  /** True for a landmark. Only one of several regions is: landmarks of the same name could not be told apart. */
  isLandmark?: boolean;
}

/** A region of notices. The focus returns to where it was before it went into them. */
function Region({ notices, words, isBeside = false, isLandmark = true }: RegionProps) {
  const region = useRef<HTMLElement>(null);
  const origin = useRef<EventTarget | null>(null);
  const isInside = (target: EventTarget | null) => target instanceof Node && region.current?.contains(target);
  const leave = (id: string) => {
    const hadFocus = isInside(document.activeElement);
    dismissNotice(id);
    if (hadFocus && origin.current instanceof HTMLElement) origin.current.focus({ preventScroll: true });
  };
  return (
    <section
      class={isBeside ? 'beside' : 'notices'}
      aria-label={isLandmark ? words.region : undefined}
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

/** Makes the place beneath an item's row, note and plan, before the content beneath the item. */
function makePlace(item: string): HTMLElement | undefined {
  const lines = document.getElementById(item)?.querySelectorAll(':scope > :is(.row, .note, .plan)') ?? [];
  const last = [...lines].at(-1);
  const place = document.createElement('div');
  last?.after(place);
  return last && place;
}

/** The notices that stand beside the row that they are about. */
function BesideRow({ item, ...region }: RegionProps & { item: string }) {
  const place = useRef<HTMLElement>();
  useLayoutEffect(() => {
    const made = makePlace(item);
    place.current = made;
    return () => {
      if (made) render(null, made);
      made?.remove();
    };
  }, [item]);
  useLayoutEffect(() => {
    if (place.current) render(<Region {...region} isBeside />, place.current);
  });
  return null;
}

/** The notices of the page: each beside the row that it is about, all others at the edge of the screen. */
export default function Notices({ words: { notices: words } }: { words: Words }) {
  const all = useStore($notices);
  const isOnPage = ({ beside }: Notice) => beside !== undefined && document.getElementById(beside) !== null;
  const others = all.filter((notice) => !isOnPage(notice));
  const rows = groupBy(all.filter(isOnPage), ({ beside = '' }) => beside);
  return (
    <>
      {others.length > 0 && <Region notices={others} words={words} />}
      {[...rows].map(([item, notices], i) => (
        <BesideRow key={item} item={item} notices={notices} words={words} isLandmark={i + others.length === 0} />
      ))}
    </>
  );
}
