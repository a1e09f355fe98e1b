import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { nowMinute } from '~/stores/clock';
import { copyAndSay } from '~/client/acts/copy-text';
import { clockOf } from '~/client/text/clock-text';
import { drawQr } from '~/client/text/qr-code';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

/** Chats and mail tools cut links: most at 2,000 characters, the rest at 4,000. */
const cuts = [4000, 2000];

interface Props {
  link: string;
  /** The number of earlier entries that found no room in it. */
  dropped: number;
  words: Words['share'];
  /** What the reader can choose about its content. */
  children: ComponentChildren;
}

/** The link of a run: to copy, to hand to the device's own sheet, as a QR code; and what is to be known of its length. */
export default function ShareLink({ link, dropped, words, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const code = drawQr(link);
  const cut = cuts.find((limit) => link.length > limit);
  const copy = async () => {
    input.current?.select();
    await copyAndSay(link, words.copied);
  };
  return (
    <>
      <p>{say(words.what, { time: clockOf(nowMinute()) })}</p>
      <label class="line">
        {words.link}
        <input type="text" readOnly data-select ref={input} value={link} />
      </label>
      <p class="soft">
        {say(words.length, { n: link.length })} {cut && <b>{say(words.cut, { n: cut })}</b>}
      </p>
      {dropped > 0 && <p class="trouble">{say(words.dropped, { n: dropped })}</p>}
      {children}
      <p class="choices">
        <button type="button" class="button main" onClick={copy}>
          {words.copy}
        </button>
        {'share' in navigator && (
          <button
            type="button"
            class="button"
            onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
          >
            {words.device}
          </button>
        )}
      </p>
      {code === undefined ? (
        <p class="soft">{words.noQr}</p>
      ) : (
        <div class="qr" role="img" aria-label={words.qr} dangerouslySetInnerHTML={{ __html: code }} />
      )}
    </>
  );
}
