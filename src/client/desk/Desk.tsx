import { useStore } from '@nanostores/preact';
import { useEffect, useState } from 'preact/hooks';
import { $notices } from '~/stores/notices';
import { $received } from '~/stores/received';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import Elsewhere from './Elsewhere';
import { loadEssentials } from './load-essentials';
import Notices from './Notices';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import SharedRun from './SharedRun';

/** Tells the styles of the page that there are notices at its edge: they keep room for them. */
function useNoticeRoom(): void {
  const { length } = useStore($notices).filter(({ beside }) => beside === undefined);
  useEffect(() => void document.documentElement.toggleAttribute('data-notices', length > 0), [length]);
}

function OpenDesk({ words }: { words: Words }) {
  useNoticeRoom();
  const received = useStore($received);
  return (
    <>
      <Elsewhere id="ui:received">{received && <SharedRun received={received} words={words} />}</Elsewhere>
      <Notices words={words} />
    </>
  );
}

/**
 * The desk of a page that can be run: it shows a run that was received and the notices, fed by stores alone. With it comes whatever
 * people may need while they run the page (load-essentials.ts), so that it is there when the network goes. It is drawn in a browser alone:
 * pages are rendered without it (src/build/output/preact-islands.ts).
 */
export default function Desk() {
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    void Promise.all([loadWords(), loadPanelStyles()]).then(([loaded]) => setWords(loaded));
    void loadEssentials();
  }, []);
  return words === undefined ? null : <OpenDesk words={words} />;
}
