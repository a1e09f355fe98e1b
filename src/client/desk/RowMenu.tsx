import { $view } from '~/stores/run';
import { say } from '~/words/say';
import { copyAndSay } from '~/client/acts/copy-text';
import { markAndSay } from '~/client/sheet/mark';
import Menu from './Menu';
import type { PanelProps } from './panel-props';
import { markWithReason, writeNote } from '~/client/acts/row-acts';

interface Props extends PanelProps {
  button: HTMLElement;
  item: string;
}

/** The menu of one item: all that can be done to it besides ticking. */
export default function RowMenu({ button, item, words, close }: Props) {
  const text = $view.get().structure.items.get(item)?.text ?? '';
  const copyLink = () => copyAndSay(new URL(`#${item}`, location.href).href, words.row.linkCopied);
  return (
    <Menu
      label={say(words.row.menu, { item: text })}
      button={button}
      close={close}
      choices={[
        { label: words.mark.done, hint: 'x', choose: () => markAndSay(item, 'done') },
        { label: words.mark.skipped, hint: 's', choose: () => markWithReason(item, 'skipped') },
        { label: words.mark.failed, hint: 'f', choose: () => markWithReason(item, 'failed') },
        { label: words.mark.todo, choose: () => markAndSay(item, 'todo') },
        { label: words.row.note, hint: 'n', choose: () => writeNote(item) },
        { label: words.row.copyLink, choose: copyLink },
      ]}
    />
  );
}
