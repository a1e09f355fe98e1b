import type { Plan } from '~/core/page/page';
import { namedRoles, seenBy } from '~/core/plan/roles';
import { planOf } from '~/client/desk/read-plan';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { chooseRole } from '~/client/desk/registry';
import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { announce } from './announce';
import { keepPlace } from './keep-place';

/*
 * One role's items alone. The role is chosen once and kept by this browser; the page's own styles hide the items of others from before
 * the first frame (build/look/mine-styles.ts), and a line above the checklist says so, and leads back.
 */

/** The roles that the shown page names. */
function rolesHere(): string[] {
  const plan = planOf($view.get().structure);
  return plan ? namedRoles(plan) : [];
}

/** The role whose items alone this page shows; empty where everybody's are, or the page has no such role. */
export function shownRole(): string {
  const role = prefer('mine');
  return rolesHere().includes(role) ? role : '';
}

/** The number of items that a role does not see. */
function countHidden(plan: Plan, role: string): number {
  const { structure } = $view.get();
  return structure.leaves.filter((leaf) => seenBy(structure, plan, leaf)?.includes(role) === false).length;
}

/** Says above the checklist that the items of others are hidden, beside the way back. */
export async function sayHidden(): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  const plan = planOf($view.get().structure);
  const [role, page] = [shownRole(), document.querySelector<HTMLElement>('[data-page]')];
  document.querySelector('.mine')?.remove();
  for (const button of document.querySelectorAll('[data-act=mine]'))
    button.setAttribute('aria-pressed', String(role !== ''));
  const chosen = prefer('mine');
  page?.toggleAttribute('data-told', chosen !== '');
  if (chosen === '' || plan === undefined) return;
  const note = document.createElement('div');
  note.className = 'mine';
  const line = document.createElement('p');
  line.textContent =
    role === ''
      ? say(words.mine.elsewhere, { role: chosen })
      : `${say(words.mine.shown, { role, n: countHidden(plan, role) })} ${words.mine.whole}`;
  const back = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
  back.textContent = role === '' ? words.mine.role : words.mine.all;
  back.dataset.act = role === '' ? 'role' : 'everybody';
  note.append(line, back);
  page?.prepend(note);
}

async function show(role: string): Promise<void> {
  const { mine } = await loadWords();
  await loadPanelStyles();
  keepPlace(() => setPreference('mine', role));
  await sayHidden();
  const plan = planOf($view.get().structure);
  // The line above the checklist may be out of sight: everybody is shown what was hidden.
  announce(role === '' || !plan ? mine.again : say(mine.shown, { role, n: countHidden(plan, role) }));
}

/** Asks for the reader's role; then the page shows that role's items alone. */
export async function changeRole(): Promise<void> {
  const roles = rolesHere();
  const role = await chooseRole(roles, prefer('role'));
  if (role === undefined) return;
  setPreference('role', role);
  await show(role);
}

/** Shows the items of the reader's role alone, or everybody's again; asks for the role where this page does not have the one that was chosen. */
export async function toggleMine(): Promise<void> {
  if (shownRole() !== '') return show('');
  const role = prefer('role');
  return rolesHere().includes(role) ? show(role) : changeRole();
}

/** Offers the filter beside the one for open items. */
export async function offerMine(): Promise<void> {
  const { mine } = await loadWords();
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
  button.textContent = mine.button;
  button.dataset.act = 'mine';
  button.ariaPressed = String(shownRole() !== '');
  const filter = document.querySelector('#ui\\:contents [data-act=filter]');
  filter?.after(' ', button);
}
