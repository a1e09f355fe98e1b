import { isIn, type Trouble } from '~/core/room/room';
import { $room, type ShownRoom } from '~/stores/room';
import { dismissNotice, showNotice } from '~/stores/notices';
import { loadLiveWords } from '~/words/live/load';
import type { LiveWords } from '~/words/live/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';

/** A trouble that passes within this time, in milliseconds, as when a broker is restarted, is no news. */
const patience = 3000;

/** The text of the room in the run bar: "3 people · 2 not delivered yet". */
export function roomText({ phase, people, pending }: ShownRoom, words: LiveWords['bar']): string {
  const where = phase === 'stopped' ? words.stopped : phase === 'connecting' ? words.connecting : words.offline;
  const first = isIn({ phase }) ? say(words.people, { n: people.length }) : where;
  return pending > 0 ? `${first} · ${say(words.pending, { n: pending })}` : first;
}

/** The button in the run bar that says who is in the room, and opens the share dialog. */
function placeInBar(): HTMLElement | undefined {
  const tally = document.querySelector('.run-bar .tally');
  if (tally === null) return undefined;
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'in-room',
    hidden: true,
  });
  button.dataset.act = 'share';
  tally.insertBefore(button, tally.querySelector('.next'));
  return button;
}

/** Tells the gravest trouble that lasts, and takes the sentence back once it is over. */
function makeTeller(): (trouble: Trouble | undefined) => void {
  let told: Trouble | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (trouble) => {
    if (trouble === told) return;
    told = trouble;
    clearTimeout(timer);
    if (trouble === undefined) return dismissNotice('room');
    timer = setTimeout(() => {
      void Promise.all([loadLiveWords(), loadWords()]).then(([live, words]) => {
        if (told !== trouble) return;
        const reload = { label: words.offline.reload, choose: () => location.reload() };
        const choices = trouble === 'newer' ? [reload] : [];
        showNotice({ id: 'room', text: live.trouble[trouble], isTrouble: true, choices });
      });
    }, patience);
  };
}

let isFollowed = false;

/** Shows the state of the room in the run bar, from now on. */
export async function reflectRoom(): Promise<void> {
  if (isFollowed) return;
  isFollowed = true;
  const words = await loadLiveWords();
  const button = placeInBar();
  const tell = makeTeller();
  $room.subscribe((room) => {
    if (button) {
      button.hidden = room === undefined;
      button.toggleAttribute('data-away', room !== undefined && !isIn(room));
      // A room that was not heard to its end may hold more than is shown: the bar must not say that nothing was begun there.
      button.parentElement?.toggleAttribute('data-unheard', room !== undefined && room.phase !== 'open');
      const text = room === undefined ? '' : roomText(room, words.bar);
      if (button.textContent !== text) button.textContent = text;
      button.title = room?.people.map((name) => name || words.share.unnamed).join(', ') ?? '';
    }
    tell(room?.troubles[0]);
  });
}
