/*
 * Other spellings of a word: British and American English, and German verbs whose prefix stands apart in other forms of theirs. They are no
 * typos, and nothing is said about them.
 */

const rules: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/(?<=.{3})is(e|ed|es|er|ers|ing|ation|ations)$/u, 'iz$1'],
  [/(?<=.{3})iz(e|ed|es|er|ers|ing|ation|ations)$/u, 'is$1'],
  [/(?<=.{2})ys(e|ed|es|er|ing)$/u, 'yz$1'],
  [/(?<=.{2})yz(e|ed|es|er|ing)$/u, 'ys$1'],
  [/(?<=.{2})our(s|ed|ing|al|ally)?$/u, 'or$1'],
  [/(?<=.{2})or(s|ed|ing|al|ally)?$/u, 'our$1'],
  [/(?<=.{2})tre(s|d)?$/u, 'ter$1'],
  [/(?<=.{2})ter(s|ed)?$/u, 'tre$1'],
  [/(?<=.{2})ogue(s|d)?$/u, 'og$1'],
  [/(?<=.{2})og(s)?$/u, 'ogue$1'],
  [/(?<=.{2})ence(s|d)?$/u, 'ense$1'],
  [/(?<=.{2})ense(s|d)?$/u, 'ence$1'],
  [/(?<=.{2})ll(ed|ing|er|ers|ation)$/u, 'l$1'],
  [/(?<=.{2}[^l])l(ed|ing|er|ers|ation)$/u, 'll$1'],
  // "Zurückgerollt", "zurückzurollen".
  [/^(ab|an|auf|aus|ein|fest|frei|hoch|los|nach|um|vor|weg|wieder|zu|zuruck)(?:ge|zu)(.{3,}?)(?:t|en)$/u, '$1$2en'],
];

/** Returns the other spellings of a folded word. */
export const spellingsOf = (word: string): string[] =>
  rules.flatMap(([pattern, instead]) => (pattern.test(word) ? [word.replace(pattern, instead)] : []));
