import { carryOver } from '~/core/run/carry-over';
import { findEnd } from '~/core/run/ending';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { chooseRun, deleteRun, endRun, renameRun, startRun } from '~/stores/acts';
import { checkAct } from '~/stores/permit';
import { prefer } from '~/stores/preferences';
import { $view } from '~/stores/run';
import { addressOfRuns } from '~/stores/site-addresses';
import { changeName } from '~/client/acts/ask-name';
import { toggleFilter } from '~/client/acts/filter';
import { changeRole, shownRole, toggleMine } from '~/client/acts/mine';
import { askForAct, sayOutcome } from '~/client/acts/say-outcome';
import { standAtNext } from '~/client/acts/stand-at-next';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { copyMarkdown, downloadJson, downloadMarkdown } from './exports';
import Menu, { type ChoiceGroup } from './Menu';
import type { PanelProps } from './panel-props';
import { ask, openEnd, openImport, openKeys, openSummary, openSwitch, openTimeline } from './registry';

interface Props extends PanelProps {
  button: HTMLElement;
}

/** Asks for the run's title, and gives it that. */
async function nameRun({ menu }: Words): Promise<void> {
  const titleNow = () => {
    const { state, structure } = $view.get();
    return valueOf(state, keys.title) || structure.page.title;
  };
  const written = await askForAct(() =>
    ask({ title: menu.rename, label: menu.title, value: titleNow(), now: titleNow }),
  );
  if (written === undefined || written === titleNow()) return;
  const outcome = renameRun(written);
  await sayOutcome(outcome, say(menu.renamed, { title: titleNow() }));
}

/** Opens the import, unless a run that was received before still waits for a choice. */
function importRun(): void {
  const answer = checkAct();
  if (answer === 'ok') openImport();
  else void sayOutcome(answer, '');
}

function choicesOfRun({ run, state }: View, words: Words): ChoiceGroup {
  const { menu, end } = words;
  const disabled = run === undefined;
  const newRun = () => void sayOutcome(chooseRun(undefined), menu.started);
  const duplicate = () => void sayOutcome(startRun(carryOver($view.get().state)), menu.started);
  const reopen = () => void sayOutcome(endRun(false), end.reopened);
  const remove = () => void sayOutcome(deleteRun(), menu.deleted);
  return {
    title: menu.groups.run,
    choices: [
      { label: menu.newRun, choose: newRun },
      { label: menu.switch, choose: openSwitch },
      { label: menu.rename, choose: () => nameRun(words) },
      { label: menu.duplicate, choose: duplicate, disabled },
      findEnd(state)
        ? { label: menu.reopen, choose: reopen }
        : { label: menu.end, choose: () => askForAct(openEnd), disabled },
      { label: menu.delete, choose: remove, disabled },
    ],
  };
}

function choicesOfRecord({ run }: View, words: Words): ChoiceGroup {
  const { menu } = words;
  const disabled = run === undefined;
  return {
    title: menu.groups.record,
    choices: [
      { label: menu.summary, choose: openSummary, disabled },
      { label: words.runs.timeline, choose: () => openTimeline(), disabled },
      { label: menu.copyMarkdown, choose: () => copyMarkdown($view.get(), words), disabled },
      { label: menu.downloadMarkdown, choose: () => downloadMarkdown($view.get(), words), disabled },
      { label: menu.downloadJson, choose: () => downloadJson($view.get()), disabled },
      { label: menu.import, choose: importRun },
    ],
  };
}

function choicesOfPage(words: Words): ChoiceGroup {
  const { menu, mine } = words;
  const print = () => import('~/client/follow/paper').then(({ readyPaper }) => readyPaper().then(() => window.print()));
  const copy = () => import('~/client/late/copy-page').then(({ copyPage }) => copyPage(words));
  const hasRoles = document.querySelector('[data-does]') !== null;
  return {
    title: menu.groups.page,
    choices: [
      { label: prefer('filter') === 'open' ? menu.all : menu.openOnly, hint: 'o', choose: toggleFilter },
      ...(hasRoles
        ? [
            { label: shownRole() === '' ? mine.menu : mine.all, choose: toggleMine },
            { label: mine.role, choose: changeRole },
          ]
        : []),
      { label: menu.current, hint: 'c', choose: standAtNext },
      { label: menu.print, choose: print },
      { label: menu.copyPage, choose: copy },
    ],
  };
}

const choicesOfBrowser = ({ menu }: Words): ChoiceGroup => ({
  title: menu.groups.browser,
  choices: [
    { label: menu.runs, choose: () => location.assign(addressOfRuns) },
    { label: menu.name, choose: changeName },
    { label: menu.keys, hint: '?', choose: openKeys },
  ],
});

/** The menu of acts on the whole run. */
export default function RunMenu({ button, words, close }: Props) {
  const view = $view.get();
  const choices = [
    choicesOfRun(view, words),
    choicesOfRecord(view, words),
    choicesOfPage(words),
    choicesOfBrowser(words),
  ];
  return <Menu label={words.bar.menu} button={button} close={close} choices={choices} />;
}
