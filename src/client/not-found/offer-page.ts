import { readEnvelope } from '~/core/snapshot/decode';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { findPage } from '~/client/desk/find-page';
import { refusalText } from '~/client/text/refusal-text';

/** Says on a page that no run is made of what a link in its address holds, and leads to the page that it is of. */
export async function offerPage(fragment = location.hash): Promise<void> {
  const opened = readEnvelope(fragment);
  const [words, place] = await Promise.all([
    loadWords(),
    opened.ok ? findPage(opened.value.head, fragment) : undefined,
  ]);
  const line = document.createElement('p');
  line.role = 'status';
  document.querySelector('main h1')?.after(line);
  // After a frame: a live region must be there before its words are.
  await new Promise(requestAnimationFrame);
  if (!opened.ok) line.append(refusalText(opened.reason, words));
  else if (place === undefined) line.append(words.shared.nowhere);
  else if (place === 'unreachable') line.append(words.shared.unreachable);
  else {
    const way = Object.assign(document.createElement('a'), { href: place.href, textContent: words.shared.openThere });
    line.append(`${say(words.shared.elsewhere, { title: place.title })} `, way);
  }
}
