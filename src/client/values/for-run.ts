import { parseJson } from '~/core/json';
import type { Value } from '~/core/page/page';
import { stateOf } from '~/core/run/run';
import { tellText } from '~/core/values/show-value';
import { saidOf } from '~/core/values/value';
import { say } from '~/words/say';
import { addressOfPage } from '~/stores/site-addresses';
import { fullTimeOf } from '~/client/text/when-text';
import { noteFrom } from '~/stores/from';
import { findGuideRuns, type GuideRun, type Runbook } from './guide-run';
import { valuesOfPage } from './page-values';

/** The line at the top of a guide, as the build wrote it. */
export interface ForRun {
  line: HTMLElement;
  runbooks: readonly Runbook[];
}

/** Finds the line of this page, if it is a guide. */
export function findForRun(): ForRun | undefined {
  const line = document.getElementById('ui:for-run');
  if (line === null) return undefined;
  const read = parseJson(line.dataset.runbooks ?? '[]');
  const runbooks = (Array.isArray(read) ? read : []).map((one: unknown): Runbook => {
    const [id = '', title = ''] = Array.isArray(one) ? one.map(String) : [];
    return { id, title };
  });
  return { line, runbooks };
}

const addressOf = ({ page, step }: GuideRun): string => `${addressOfPage(page)}${step ? `#${step.id}` : ''}`;

/** A run in words: its own title, or its runbook's. */
function nameOf({ name, title, found }: GuideRun, values: readonly Value[]): string {
  const state = found && stateOf(found);
  const byName = new Map(values.map((value) => [value.name, value]));
  return name || tellText(title, byName, (one) => (state ? saidOf(state, one) : ''));
}

/** The words of the line, as the build wrote them. */
const readWords = ({ dataset }: HTMLElement) => {
  const [forRun = '', numbered = '', step = '', back = '', which = ''] = (dataset.words ?? '').split('|');
  return { forRun, numbered, step, back, which };
};

function describe(run: GuideRun, name: string, { forRun, numbered, step }: ReturnType<typeof readWords>): string {
  const said = say(forRun, { run: name });
  if (run.step === undefined) return said;
  const { number, of, text } = run.step;
  const at =
    number !== undefined && of !== undefined ? say(numbered, { n: number, total: of }) : say(step, { step: text });
  return `${said}, ${at}`;
}

/**
 * Writes the line: "For: MVP release v1.4.2, step 5 of 9 · back", or the choice between the runs under way; hides it where there is
 * none. Returns the run that the guide is read for. `again` is called once the reader has chosen.
 */
export function writeForRun({ line, runbooks }: ForRun, again: () => void): GuideRun | undefined {
  const runs = findGuideRuns(runbooks);
  const words = readWords(line);
  const values = valuesOfPage();
  const [only] = runs;
  line.hidden = only === undefined;
  if (only && runs.length === 1) {
    const back = Object.assign(document.createElement('a'), { href: addressOf(only), textContent: words.back });
    back.dataset.back = '';
    line.replaceChildren(describe(only, nameOf(only, values), words), ' · ', back);
    return only;
  }
  line.replaceChildren(
    words.which,
    ...runs.flatMap((run) => {
      const since = run.found ? `, ${fullTimeOf(run.found.start)}` : '';
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'button',
        textContent: `${nameOf(run, values)}${since}`,
      });
      button.addEventListener('click', () => {
        const { page, run: id, title, step } = run;
        noteFrom({ page, run: id, title, step });
        again();
      });
      return [' ', button];
    }),
  );
  return undefined;
}
