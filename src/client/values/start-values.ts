import type { Value } from '~/core/page/page';
import { pressEarly } from '~/client/sheet/press-early';
import { cleanLine } from '~/core/text';
import { makeFiller } from '~/core/values/fill-structure';
import { saidOf, valueField, valueOfField } from '~/core/values/value';
import { keys } from '~/core/run/entry';
import type { View } from '~/core/run/view';
import { enteredHere } from '~/stores/enter';
import { followStorage } from '~/client/acts/follow-storage';
import { fillTexts, $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { nameCopies } from './name-copies';
import { hasLooked, noteLooked } from '~/stores/looked';
import { findBox, readBox, valuesOfPage } from './page-values';
import { paintValues } from './paint-values';
import type { SaidValues } from './said-values';
import { fillNames } from './shown-texts';
import { paintGuide } from './guide-values';

/** Reads the values of the page as the shown run has them. */
function readSaid(values: readonly Value[], { state, run }: View): SaidValues {
  return {
    values,
    saidOf: (name) => saidOf(state, name),
    isLooked: run === undefined ? () => true : hasLooked(run),
  };
}

/** Values that the reader has typed, and that no run has yet. */
let typedNow: [name: string, value: string][] = [];

/** Hears what the reader types, before it is entered: it is nobody's claim. */
function hearTyping(box: Element): void {
  const hear = (input: EventTarget | null) => {
    if (!(input instanceof HTMLInputElement) || !box.contains(input)) return;
    const name = valueOfField(input.dataset.field ?? '');
    const typed = cleanLine(input.value);
    if (name !== undefined && typed !== saidOf($view.get().state, name)) typedNow.push([name, typed]);
  };
  const leave = () => hear(document.activeElement);
  document.addEventListener('change', ({ target }) => hear(target), true);
  addEventListener('pagehide', leave, true);
  document.addEventListener('visibilitychange', leave, true);
}

/** Notes what the reader has typed as looked at, once it is in the run. */
function noteTyped({ run, state }: View): void {
  if (typedNow.length === 0 || run === undefined) return;
  const entered = typedNow.filter(([name, value]) => value !== '' && saidOf(state, name) === value);
  typedNow = typedNow.filter((pair) => !entered.includes(pair));
  noteLooked(run, entered);
}

/** Makes the values of a guide follow the run that it is read for, in whichever tab that goes on. */
function startGuide(): void {
  let said: SaidValues | undefined;
  const values = valuesOfPage();
  const fill = makeFiller(values, (_, name) => said?.saidOf(name) ?? '');
  const show = () => {
    said = paintGuide(show);
    if (said === undefined) return;
    fillNames(document, values, said.saidOf);
    // A new function: the texts are filled in anew.
    fillTexts((structure, state) => fill(structure, state));
    void loadWords().then(nameCopies);
  };
  show();
  followStorage(show);
}

let isStarted = false;

/** Makes the values of a page live: its box, and every place where its texts and its code name one. */
export function startValues(): void {
  if (isStarted) return;
  isStarted = true;
  const box = findBox();
  if (box === null) return startGuide();
  const values = readBox(box);
  // A value that was typed here before this script came was heard by the sheet alone: it is nobody's claim either.
  typedNow = values
    .filter(({ name }) => enteredHere.some(({ key }) => key === keys.field(valueField(name))))
    .map(({ name }) => [name, saidOf($view.get().state, name)]);
  hearTyping(box);
  fillTexts(makeFiller(values));

  let before = '';
  const show = (view: View) => {
    const said = readSaid(values, view);
    paintValues(document, said);
    fillNames(document, values, said.saidOf);
    void loadWords().then(nameCopies);
  };
  const showChanged = (view: View) => {
    noteTyped(view);
    const now = JSON.stringify([view.run?.id, ...values.map(({ name }) => saidOf(view.state, name))]);
    if (now === before) return;
    before = now;
    show(view);
  };
  box.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.matches('.values-note button')) return;
    const { run, state } = $view.get();
    if (run)
      noteLooked(
        run,
        values.map(({ name }) => [name, saidOf(state, name)] as const),
      );
    show($view.get());
    box.querySelector('input')?.focus();
  });
  // Before the note is written anew: that takes away the button that was pressed.
  pressEarly('.values-note button');
  $view.subscribe(showChanged);
  addEventListener('pageshow', () => show($view.get()));
  // Another tab has looked at what came from elsewhere.
  addEventListener('storage', ({ key }) => key?.includes('|looked|') && show($view.get()));
}
