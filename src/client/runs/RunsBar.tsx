import { useStore } from '@nanostores/preact';
import { writeArchive } from '~/core/exchange/archive';
import { measureStorage, storageLimit } from '~/stores/measure-storage';
import type { Kept } from '~/stores/run-list';
import { $canUndo } from '~/stores/done-acts';
import { undo } from '~/stores/undo';
import { announce } from '~/client/acts/announce';
import { sayOutcome } from '~/client/acts/say-outcome';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { bytesText } from '~/client/text/bytes-text';
import { download } from '~/client/desk/download';
import { openRunsImport } from '~/client/desk/registry';

interface Props {
  runs: readonly Kept[];
  words: Words;
}

/** The bar of acts on all runs, with the share of the browser's storage that they take. */
export default function RunsBar({ runs, words }: Props) {
  const canUndo = useStore($canUndo);
  const { own, all } = measureStorage();
  const exportAll = () => {
    const day = new Date().toISOString().slice(0, 10);
    download(`runsheet-runs-${day}.json`, 'application/json', writeArchive(runs.map(({ run }) => run)));
    announce(say(words.runs.exported, { n: runs.length }));
  };
  const share = `${Math.min(100, Math.max(own > 0 ? 0.5 : 0, (100 * own) / storageLimit))}%`;
  const used = say(words.runs.used, {
    runs: say(words.runs.count, { n: runs.length }),
    own: bytesText(own),
    limit: bytesText(storageLimit),
  });
  return (
    <div class="runs-bar">
      <div class="choices">
        <button type="button" class="button" onClick={exportAll} disabled={runs.length === 0}>
          {words.runs.exportAll}
        </button>
        <button type="button" class="button" onClick={() => void openRunsImport()}>
          {words.runs.import}
        </button>
        <button
          type="button"
          class="button undo"
          aria-disabled={!canUndo}
          onClick={() => {
            if (!canUndo) return;
            void sayOutcome(undo(), words.runs.undone, { unchanged: words.said.changedSince });
          }}
        >
          {words.bar.undo}
        </button>
      </div>
      <div class="used">
        <p>
          {words.runs.storage}: {used}
          {all - own > 1000 && ` ${say(words.runs.usedByAll, { all: bytesText(all) })}`}
        </p>
        <svg class="run-line" width="100%" height="4" aria-hidden="true">
          <rect width="100%" height="4" rx="2" />
          <rect class="used" width={share} height="4" rx="2" />
        </svg>
      </div>
    </div>
  );
}
