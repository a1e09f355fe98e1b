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

const directions = new Map<string, 'ltr' | 'rtl'>();

/** The direction of a language's script: "rtl" for "ar", "he", "az-Arab". Found once for each language, because it takes long. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const known = directions.get(lang);
  if (known !== undefined) return known;
  const { script = '' } = new Intl.Locale(lang).maximize();
  const direction = rightToLeft.includes(script) ? 'rtl' : 'ltr';
  directions.set(lang, direction);
  return direction;
}
