import type { Mark } from '~/core/checklist/page';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { $view, noteItem } from '~/stores/run';
import { announce } from '~/stores/status';
import { say } from '~/words/say';
import { ask } from './ask';
import { markAndSay, type ChecklistWords } from './checklist';
import Menu from './Menu';
import type { PanelProps } from './panels';

interface Props extends PanelProps {
  button: HTMLElement;
  item: string;
  rowWords: ChecklistWords;
}

/** What can be done to one item, besides ticking it. */
export default function RowMenu({ button, item, rowWords, words, close }: Props) {
  const { structure, state } = $view.get();
  const text = structure.items.get(item)?.text ?? '';
  const note = valueOf(state, keys.note(item));

  const mark = (mark: Mark) => () => markAndSay(rowWords, item, mark);
  const markWithReason = (mark: 'skipped' | 'failed') => async () => {
    const reason = await ask({ title: `${words.mark[mark]}: ${text}`, label: words.row.why, value: note });
    if (reason !== undefined) markAndSay(rowWords, item, mark, reason);
  };
  const writeNote = async () => {
    const written = await ask({ title: say(words.row.noteFor, { item: text }), label: words.row.note, value: note });
    if (written === undefined) return;
    noteItem(item, written);
    announce(words.row.noted);
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(new URL(`#${item}`, location.href).href);
    announce(words.row.linkCopied);
  };

  return (
    <Menu
      label={say(words.row.menu, { item: text })}
      button={button}
      close={close}
      choices={[
        { label: words.mark.done, hint: 'x', choose: mark('done') },
        { label: words.mark.skipped, hint: 's', choose: markWithReason('skipped') },
        { label: words.mark.failed, hint: 'f', choose: markWithReason('failed') },
        { label: words.mark.todo, choose: mark('todo') },
        { label: words.row.note, hint: 'n', choose: writeNote },
        { label: words.row.copyLink, choose: copyLink },
      ]}
    />
  );
}
