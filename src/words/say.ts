import { onceEachText } from '~/core/once-each-text';

/** The rules of a language's plural forms. */
const rulesOf = onceEachText((lang) => new Intl.PluralRules(lang));

/** A sentence with `{names}` to fill in, or one for each plural form of its `{n}`. */
export type Sentence = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** Fills a sentence in. The plural form is that of `values.n` in `lang`, else in the page's language. */
export function say(
  sentence: Sentence,
  values: Record<string, string | number> = {},
  lang = globalThis.document?.documentElement.lang || 'en',
): string {
  const template =
    typeof sentence === 'string'
      ? sentence
      : (sentence[rulesOf(lang).select(Number(values.n))] ?? sentence.other ?? '');
  return template.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
