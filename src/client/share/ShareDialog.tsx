import { useStore } from '@nanostores/preact';
import { useRef, useState } from 'preact/hooks';
import { withoutPeople } from '~/core/run/without-people';
import type { Run } from '~/core/run/run';
import { encodeRecord } from '~/core/snapshot/encode';
import type { Mode } from '~/core/snapshot/seal';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nowMinute } from '~/stores/clock';
import { $view } from '~/stores/run';
import { clockOf } from '~/client/text/clock-text';
import { addressOfLink } from '~/client/text/link-address';
import { drawQr } from '~/client/text/qr-code';
import { copyAndSay } from '~/client/acts/copy-text';
import { say } from '~/words/say';
import { copyMarkdown, downloadJson } from '~/client/desk/exports';
import type { PanelProps } from '~/client/desk/panel-props';
import Dialog from '~/client/desk/Dialog';

interface Props extends PanelProps {
  mode: Mode;
}

/** Chats and mail tools cut links: most at 2,000 characters, the rest at 4,000. */
const cuts = [4000, 2000];

/** Shows the part of the share dialog about live rooms. */
const showRoom = (place: HTMLElement | null): void => {
  if (place) void import('~/client/live/share-room').then(({ showShareRoom }) => showShareRoom(place));
};

/** The run as a link to send, with choices of its content and ways out for a link that is too long. */
export default function ShareDialog({ mode, words, close }: Props) {
  const { run, structure } = useStore($view);
  const input = useRef<HTMLInputElement>(null);
  const [people, setPeople] = useState(true);

  const shared = run && (people ? run : withoutPeople(run));
  const encode = (one: Run) => encodeRecord(one, snapshotPageOf(structure.page), { mode });
  const encoded = shared && encode(shared);
  const isLess = run !== undefined && encoded?.ok === false && people && encode(withoutPeople(run)).ok;
  const link = encoded?.ok ? addressOfLink(encoded.value.text) : '';
  const code = link === '' ? undefined : drawQr(link);
  const cut = cuts.find((limit) => link.length > limit);

  const copy = async () => {
    input.current?.select();
    await copyAndSay(link, words.share.copied);
  };

  const choice = (
    <label class="check">
      <input type="checkbox" checked={people} onChange={({ currentTarget }) => setPeople(currentTarget.checked)} />
      {words.share.people}
    </label>
  );

  return (
    <Dialog title={words.share.title} close={close} closeWord={words.dialog.close}>
      {() => (
        <>
          {run === undefined && <p>{words.share.nothing}</p>}
          {encoded?.ok === false && (
            <p class="trouble">{isLess ? words.share.oversizeWithPeople : words.share.oversize}</p>
          )}
          {isLess && choice}
          {link !== '' && (
            <>
              <p>{say(words.share.what, { time: clockOf(nowMinute()) })}</p>
              <label class="line">
                {words.share.link}
                <input type="text" readOnly data-select ref={input} value={link} />
              </label>
              <p class="soft">
                {say(words.share.length, { n: link.length })} {cut && <b>{say(words.share.cut, { n: cut })}</b>}
              </p>
              {encoded?.ok && encoded.value.dropped > 0 && (
                <p class="trouble">{say(words.share.dropped, { n: encoded.value.dropped })}</p>
              )}
              {choice}
              <p class="choices">
                <button type="button" class="button main" onClick={copy}>
                  {words.share.copy}
                </button>
                {'share' in navigator && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
                  >
                    {words.share.device}
                  </button>
                )}
              </p>
              {code === undefined ? (
                <p class="soft">{words.share.noQr}</p>
              ) : (
                <div class="qr" role="img" aria-label={words.share.qr} dangerouslySetInnerHTML={{ __html: code }} />
              )}
            </>
          )}
          {import.meta.env.LIVE_BROKER !== undefined && <div ref={showRoom} />}
          {run && (
            <p class="choices">
              <button type="button" class="button" onClick={() => void copyMarkdown($view.get(), words)}>
                {words.menu.copyMarkdown}
              </button>
              <button type="button" class="button" onClick={() => downloadJson($view.get())}>
                {words.menu.downloadJson}
              </button>
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
