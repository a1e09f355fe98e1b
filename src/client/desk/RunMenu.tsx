import { carryOver } from '~/core/run/carry-over';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { chooseRun, deleteRun, endRun, renameRun, startRun } from '~/stores/acts';
import { prefer } from '~/stores/preferences';
import { checkAct } from '~/stores/permit';
import { $view } from '~/stores/run';
import { askForAct, sayOutcome } from '~/client/acts/say-outcome';
import { changeName } from '~/client/acts/ask-name';
import { copyMarkdown, downloadJson, downloadMarkdown } from './exports';
import { toggleFilter } from '~/client/acts/filter';
import { changeRole, shownRole, toggleMine } from '~/client/acts/mine';
import { standAtNext } from '~/client/acts/stand-at-next';
import Menu from './Menu';
import { addressOfRuns } from '~/stores/site-addresses';
import { say } from '~/words/say';
import type { PanelProps } from './panel-props';
import { ask, openEnd, openImport, openKeys, openSummary, openSwitch, openTimeline } from './registry';

interface Props extends PanelProps {
  button: HTMLElement;
}

/** The menu of acts on the whole run. */
export default function RunMenu({ button, words, close }: Props) {
  const { run, state, structure } = $view.get();
  const ended = valueOf(state, keys.end) !== '';
  const none = run === undefined;

  const nameRun = async () => {
    const now = () => valueOf($view.get().state, keys.title) || structure.page.title;
    const written = await askForAct(() =>
      ask({ title: words.menu.rename, label: words.menu.title, value: now(), now }),
    );
    if (written === undefined || written === now()) return;
    const outcome = renameRun(written);
    await sayOutcome(outcome, say(words.menu.renamed, { title: now() }));
  };
  const newRun = () => void sayOutcome(chooseRun(undefined), words.menu.started);
  const duplicate = () => void sayOutcome(startRun(carryOver($view.get().state)), words.menu.started);
  /** Opens the import, unless a run that was received before still waits for a choice. */
  const importRun = () => {
    const answer = checkAct();
    if (answer === 'ok') openImport();
    else void sayOutcome(answer, '');
  };
  const remove = () => void sayOutcome(deleteRun(), words.menu.deleted);
  const reopen = () => void sayOutcome(endRun(false), words.end.reopened);

  return (
    <Menu
      label={words.bar.menu}
      button={button}
      close={close}
      choices={[
        {
          title: words.menu.groups.run,
          choices: [
            { label: words.menu.newRun, choose: newRun },
            { label: words.menu.switch, choose: openSwitch },
            { label: words.menu.rename, choose: nameRun },
            { label: words.menu.duplicate, choose: duplicate, disabled: none },
            ended
              ? { label: words.menu.reopen, choose: reopen }
              : { label: words.menu.end, choose: () => askForAct(openEnd), disabled: none },
            { label: words.menu.delete, choose: remove, disabled: none },
          ],
        },
        {
          title: words.menu.groups.record,
          choices: [
            { label: words.menu.summary, choose: openSummary, disabled: none },
            { label: words.runs.timeline, choose: () => openTimeline(), disabled: none },
            { label: words.menu.copyMarkdown, choose: () => copyMarkdown($view.get(), words), disabled: none },
            { label: words.menu.downloadMarkdown, choose: () => downloadMarkdown($view.get(), words), disabled: none },
            { label: words.menu.downloadJson, choose: () => downloadJson($view.get()), disabled: none },
            { label: words.menu.import, choose: importRun },
          ],
        },
        {
          title: words.menu.groups.page,
          choices: [
            {
              label: prefer('filter') === 'open' ? words.menu.all : words.menu.openOnly,
              hint: 'o',
              choose: toggleFilter,
            },
            ...(document.querySelector('[data-does]') === null
              ? []
              : [
                  { label: shownRole() === '' ? words.mine.menu : words.mine.all, choose: toggleMine },
                  { label: words.mine.role, choose: changeRole },
                ]),
            { label: words.menu.current, hint: 'c', choose: standAtNext },
            {
              label: words.menu.print,
              choose: () => import('~/client/follow/paper').then(({ readyPaper }) => readyPaper().then(print)),
            },
            {
              label: words.menu.copyPage,
              choose: () => import('~/client/late/copy-page').then(({ copyPage }) => copyPage(words)),
            },
          ],
        },
        {
          title: words.menu.groups.browser,
          choices: [
            {
              label: words.menu.runs,
              choose: () => location.assign(addressOfRuns),
            },
            { label: words.menu.name, choose: changeName },
            { label: words.menu.keys, hint: '?', choose: openKeys },
          ],
        },
      ]}
    />
  );
}
