import { useStore } from '@nanostores/preact';
import { useRef } from 'preact/hooks';
import { isIn } from '~/core/room/room';
import { makeId } from '~/stores/make-id';
import { $own } from '~/stores/run';
import { $room } from '~/stores/room';
import { announce } from '~/client/acts/announce';
import { addressOfLink } from '~/client/text/link-address';
import { drawQr } from '~/client/text/qr-code';
import { copyAndSay } from '~/client/acts/copy-text';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';
import { goLive, leaveRoom } from './live-room';
import { roomText } from './reflect-room';
import { brokerHost, canEncrypt } from './settings';

/** The part of the share dialog that opens a room, hands out its link, says who is in it, and leaves it. */
export default function ShareRoom({ words }: { words: LiveWords }) {
  const room = useStore($room);
  const input = useRef<HTMLInputElement>(null);
  const { share } = words;

  if (room === undefined) {
    return (
      <>
        <h3>{share.title}</h3>
        <p>{share.what}</p>
        {canEncrypt() ? (
          <>
            <p class="soft">{say(share.connects, { host: brokerHost() })}</p>
            <p class="choices">
              <button type="button" class="button" onClick={() => void goLive($own.get()?.id ?? makeId())}>
                {share.goLive}
              </button>
            </p>
          </>
        ) : (
          <p class="trouble">{words.insecure}</p>
        )}
      </>
    );
  }

  const address = addressOfLink(room.link);
  const copy = async () => {
    input.current?.select();
    await copyAndSay(address, share.copied);
  };
  const leave = () => {
    leaveRoom();
    announce(share.left);
  };
  const [own = '', ...others] = room.people;
  const nameOf = (name: string) => name || share.unnamed;
  return (
    <>
      <h3>{share.title}</h3>
      <p>{share.what}</p>
      <label class="line">
        {share.link}
        <input type="text" readOnly ref={input} value={address} />
      </label>
      <p class="soft">{share.secret}</p>
      <p class="choices">
        <button type="button" class="button main" onClick={copy}>
          {share.copy}
        </button>
        <button type="button" class="button" onClick={leave}>
          {share.leave}
        </button>
        <a class="button" href={`${location.pathname}?watch`}>
          {share.watch}
        </a>
      </p>
      <div class="qr" role="img" aria-label={share.qr} dangerouslySetInnerHTML={{ __html: drawQr(address) ?? '' }} />
      <p>
        {isIn(room)
          ? `${share.people}: ${[say(share.you, { name: nameOf(own) }), ...others.map(nameOf)].join(', ')}`
          : roomText(room, words.bar)}
      </p>
    </>
  );
}
