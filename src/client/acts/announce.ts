import { loadPanelStyles } from '~/client/bar/panel-styles';
import { topDialog } from './top-dialog';

/** A sentence fades after this long, in milliseconds; screen readers have read it by then. */
const stay = 6000;

/** What is said within this time (ms) of something else comes of the same act. */
const together = 500;

let saidAt = 0;
let fading: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence in the one live region of the page. The same sentence twice is said twice. `isShown`: the page shows it already, so
 * the sentence is for screen readers alone, and covers nothing.
 */
export function announce(sentence: string, isShown = false): void {
  const status = document.getElementById('ui:status');
  if (status === null) return;
  void loadPanelStyles();
  // An open dialog hides everything outside it from eye and ear, so the region is moved into the dialog until it closes.
  const dialog = topDialog();
  if (dialog && !dialog.contains(status)) {
    dialog.append(status);
    dialog.addEventListener('close', () => document.body.append(status), { once: true });
  }
  clearTimeout(fading);
  delete status.dataset.faded;
  status.toggleAttribute('data-shown', isShown);
  saidAt = performance.now();
  status.textContent = status.textContent === sentence ? `${sentence}\u00a0` : sentence;
  fading = setTimeout(() => (status.dataset.faded = ''), stay);
}

/** Says what an act brought about elsewhere: after the act's own sentence, which it does not replace. */
export function announceToo(sentence: string): void {
  const said = document.getElementById('ui:status')?.textContent ?? '';
  const isOfOneAct = said !== '' && performance.now() - saidAt < together;
  announce(isOfOneAct ? `${said.trim()} ${sentence}` : sentence);
}
