import { cleanName } from '~/core/run/name';
import { signEarlier } from '~/stores/acts';
import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { announce } from './announce';
import { ask } from '~/client/desk/registry';
import { dismissNotice, showNotice } from '~/stores/notices';

/** Sets or clears the reader's name for ticks from now on; earlier ticks made here without a name are signed too. */
async function takeName(text: string): Promise<void> {
  const { said } = await loadWords();
  const name = cleanName(text);
  setPreference('name', name);
  if (name !== '') signEarlier(name);
  dismissNotice('name');
  announce(say(name === '' ? said.unnamed : said.named, { name }));
}

/** Returns the reader's name, asking for it first if there is none; empty where the reader gives none. */
export async function nameFirst(): Promise<string> {
  if (prefer('name') === '') await changeName();
  return prefer('name');
}

/** Asks for the reader's name, from the menu or where something is to be signed. */
export async function changeName(): Promise<void> {
  const { menu } = await loadWords();
  const name = await ask({ title: menu.name, label: menu.nameLabel, value: prefer('name') });
  if (name !== undefined) await takeName(name);
}

/** Asks once, after the first tick and beside its row, whose name the ticks should bear. */
export async function askNameOnce(item: string): Promise<void> {
  if (prefer('name') !== '' || prefer('asked') !== '') return;
  setPreference('asked', 'yes');
  const words = await loadWords();
  showNotice({
    id: 'name',
    beside: item,
    text: words.notices.askName,
    question: {
      label: words.menu.nameLabel,
      submit: words.dialog.save,
      answer: (text) => void (text.trim() !== '' && takeName(text)),
    },
  });
}
