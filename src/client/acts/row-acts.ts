import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { noteItem } from '~/stores/acts';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { askForAct, sayOutcome } from './say-outcome';
import { ask } from '~/client/desk/registry';
import { unlessEscaped } from '~/client/page/unless-escaped';
import { markAndSay } from '~/client/sheet/mark';

const textOf = (item: string) => $view.get().structure.items.get(item)?.text ?? '';
const noteOf = (item: string) => valueOf($view.get().state, keys.note(item));

const askNote = (item: string, title: string, label: string) =>
  askForAct(() => ask({ title, label, value: noteOf(item), now: () => noteOf(item), hasLines: true }));

/** Marks an item as not applicable or failed, once it is asked why; a cancelled question marks nothing. */
export async function markWithReason(item: string, mark: 'skipped' | 'failed'): Promise<void> {
  const words = await unlessEscaped(loadWords());
  if (words === undefined) return;
  const title = `${words.mark[mark]}: ${textOf(item)}`;
  const reason = await askNote(item, title, words.row.why);
  if (reason !== undefined) markAndSay(item, mark, reason === noteOf(item) ? undefined : reason);
}

/** Asks for an item's note and keeps it; an emptied note is removed. */
export async function writeNote(item: string): Promise<void> {
  const words = await unlessEscaped(loadWords());
  if (words === undefined) return;
  const title = say(words.row.noteFor, { item: textOf(item) });
  const note = await askNote(item, title, words.row.note);
  if (note === undefined) return;
  const outcome = noteItem(item, note);
  if (outcome !== 'unchanged') await sayOutcome(outcome, note.trim() === '' ? words.row.unnoted : words.row.noted);
}
