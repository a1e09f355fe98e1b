import { $view } from '~/stores/run';
import { announce } from '~/stores/status';
import { say } from '~/words/say';
import { markAndSay, type ChecklistWords } from './checklist';
import Menu from './Menu';
import type { PanelProps } from './panels';
import { markWithReason, writeNote } from './row-acts';

interface Props extends PanelProps {
  button: HTMLElement;
  item: string;
  rowWords: ChecklistWords;
}

/** What can be done to one item, besides ticking it. */
export default function RowMenu({ button, item, rowWords, words, close }: Props) {
  const text = $view.get().structure.items.get(item)?.text ?? '';
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
        { label: words.mark.done, hint: 'x', choose: () => markAndSay(rowWords, item, 'done') },
        { label: words.mark.skipped, hint: 's', choose: () => markWithReason(rowWords, item, 'skipped') },
        { label: words.mark.failed, hint: 'f', choose: () => markWithReason(rowWords, item, 'failed') },
        { label: words.mark.todo, choose: () => markAndSay(rowWords, item, 'todo') },
        { label: words.row.note, hint: 'n', choose: () => writeNote(item) },
        { label: words.row.copyLink, choose: copyLink },
      ]}
    />
  );
}
