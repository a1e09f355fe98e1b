import { useStore } from '@nanostores/preact';
import { useState } from 'preact/hooks';
import { withoutPeople } from '~/core/run/without-people';
import type { Run } from '~/core/run/run';
import { encodeRecord } from '~/core/snapshot/encode';
import type { Mode } from '~/core/snapshot/seal';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { $view } from '~/stores/run';
import { addressOfLink } from '~/client/text/link-address';
import { copyMarkdown, downloadJson } from '~/client/desk/exports';
import type { PanelProps } from '~/client/desk/panel-props';
import Dialog from '~/client/desk/Dialog';
import ShareLink from './ShareLink';

interface Props extends PanelProps {
  mode: Mode;
}

/** Shows the part of the share dialog about live rooms. */
const showRoom = (place: HTMLElement | null): void => {
  if (place) void import('~/client/live/share-room').then(({ showShareRoom }) => showShareRoom(place));
};

/** The run as a link to send, with choices of its content and ways out for a link that is too long. */
export default function ShareDialog({ mode, words, close }: Props) {
  const { run, structure } = useStore($view);
  const [people, setPeople] = useState(true);

  const encode = (one: Run) => encodeRecord(one, snapshotPageOf(structure.page), { mode });
  const encoded = run && encode(people ? run : withoutPeople(run));
  const isTooBig = encoded?.ok === false;
  const fitsWithoutPeople = run !== undefined && isTooBig && people && encode(withoutPeople(run)).ok;

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
          {isTooBig && (
            <p class="trouble">{fitsWithoutPeople ? words.share.oversizeWithPeople : words.share.oversize}</p>
          )}
          {fitsWithoutPeople && choice}
          {encoded?.ok && (
            <ShareLink link={addressOfLink(encoded.value.text)} dropped={encoded.value.dropped} words={words.share}>
              {choice}
            </ShareLink>
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
