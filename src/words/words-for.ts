import { onceEachText } from '~/core/once-each-text';
import { de } from './de';
import { en, type Words } from './en';
import { languageOf } from './language-of';

const languages: Record<string, Words> = { en, de };

/** The languages that the interface has words in. */
export const wordLanguages: readonly string[] = Object.keys(languages);

/** The words of a language ("de", "de-AT"), for pages that the build writes; English for a language that is missing. */
export const wordsFor = (lang: string): Words => languages[languageOf(lang)] ?? en;

/** Scripts that are written from right to left. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** The direction of a language's script: "rtl" for "ar", "he", "az-Arab". Found once for each language, because it takes long. */
export const directionOf = onceEachText((lang): 'ltr' | 'rtl' => {
  const { script = '' } = new Intl.Locale(lang).maximize();
  return rightToLeft.includes(script) ? 'rtl' : 'ltr';
});
