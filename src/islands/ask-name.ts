import { signEarlier } from '~/stores/acts';
import { prefer, setPreference } from '~/stores/preferences';
import { cleanLine } from '~/core/text';
import { loadWords } from '~/words/load';
import { showNotice } from './notices';

/** Asks once, after the first tick, whose name the ticks should bear; what was ticked before is signed too. */
export async function askNameOnce(): Promise<void> {
  if (prefer('name') !== '' || prefer('asked') !== '') return;
  setPreference('asked', 'yes');
  const words = await loadWords();
  const answer = (text: string) => {
    const name = cleanLine(text);
    if (name === '') return;
    setPreference('name', name);
    signEarlier(name);
  };
  showNotice({
    id: 'name',
    text: words.notices.askName,
    question: { label: words.menu.nameLabel, submit: words.dialog.save, answer },
  });
}
