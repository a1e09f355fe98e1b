import type { Run } from '~/core/run/run';
import type { PageModel } from '~/stores/page-models';
import { deleteListed, duplicateListed, keptOf, renameListed } from '~/stores/run-list';
import { announce } from '~/client/acts/announce';
import { say } from '~/words/say';
import { ask } from '~/client/desk/registry';
import { copyMarkdown, downloadJson, downloadMarkdown } from '~/client/desk/exports';
import { focusUndo } from './focus-undo';
import { viewForExport } from './listed-run';
import { titleOfRun } from '~/client/text/run-title';
import Menu from '~/client/desk/Menu';
import type { PanelProps } from '~/client/desk/panel-props';

interface Props extends PanelProps {
  button: HTMLElement;
  run: Run;
  model: PageModel | undefined;
}

/** The menu of one run in the list. */
export default function RunsMenu({ button, run, model, words, close }: Props) {
  const title = titleOfRun(run);
  // Another tab may go on with it while the menu is open.
  const viewNow = () => viewForExport(keptOf(run), model);
  const rename = async () => {
    const written = await ask({ title: words.menu.rename, label: words.menu.title, value: title });
    if (written === undefined || written === title) return;
    announce(say(words.runs.renamed, { run: titleOfRun(renameListed(run, written)) }));
  };
  const duplicate = () => {
    const fresh = duplicateListed(run);
    announce(say(words.runs.duplicated, { run: titleOfRun(fresh) }));
  };
  const remove = () => {
    deleteListed(run);
    announce(say(words.runs.deleted, { run: title }));
    focusUndo();
  };
  return (
    <Menu
      label={say(words.runs.more, { run: title })}
      button={button}
      close={close}
      choices={[
        { label: words.menu.rename, choose: rename },
        { label: words.menu.duplicate, choose: duplicate, disabled: model?.kind === 'gone' },
        { label: words.menu.copyMarkdown, choose: () => void copyMarkdown(viewNow(), words) },
        { label: words.menu.downloadMarkdown, choose: () => downloadMarkdown(viewNow(), words) },
        { label: words.menu.downloadJson, choose: () => downloadJson(viewNow()) },
        { label: words.menu.delete, choose: remove },
      ]}
    />
  );
}
