import { useLayoutEffect, useRef } from 'preact/hooks';
import { $own } from '~/stores/run';
import type { RoomLink } from '~/core/room/link';
import { announce } from '~/client/acts/announce';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';
import { joinRoom, whenHeard } from './live-room';
import { brokerHost, canEncrypt } from './settings';

interface Props {
  link: RoomLink;
  /** True where a server has seen the address that held the secret. */
  wasRepaired: boolean;
  words: LiveWords;
  /** Drops the link from the address, and closes. */
  leave: () => void;
}

/** Explains what joining means when a room's link was opened. Nothing connects before the reader chooses to. */
export default function RoomOffer({ link, wasRepaired, words: { join, insecure }, leave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const own = $own.get();
  const enter = () => {
    leave();
    void joinRoom(link).then(() => whenHeard(() => announce(join.joined)));
  };
  return (
    <section class="shared" aria-labelledby="ui:room-title">
      <h2 id="ui:room-title" tabIndex={-1} ref={heading}>
        {join.title}
      </h2>
      <p>{join.what}</p>
      <p>{say(join.connects, { host: brokerHost() })}</p>
      {own && <p>{own.id === link.run ? join.same : join.own}</p>}
      {wasRepaired && <p class="trouble">{join.repaired}</p>}
      {!canEncrypt() && <p class="trouble">{insecure}</p>}
      <p class="choices">
        {canEncrypt() && (
          <button type="button" class="button main" onClick={enter}>
            {join.join}
          </button>
        )}
        <button type="button" class="button" onClick={leave}>
          {join.close}
        </button>
      </p>
    </section>
  );
}
