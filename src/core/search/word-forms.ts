/*
 * Other forms of a word that no stem brings together: "broke" and "break", "failure" and "fail", "decision" and "decide", "שרת" and
 * "השרת". Words are folded.
 */

/** Irregular forms in English, a verb with its noun a line. */
const irregular = `
  begin began begun
  break broke broken breakage
  bring brought
  build built rebuild rebuilt
  buy bought
  catch caught
  choose chose chosen choice
  cut
  die died dead death dying
  draw drew drawn
  fall fell fallen
  feed fed
  fight fought
  find found
  freeze froze frozen
  get got gotten
  give gave given
  grow grew grown growth
  hang hung
  hear heard
  hide hid hidden
  hold held
  keep kept
  know knew known
  lead led
  leave left
  lose lost loss losing
  maintain maintenance
  meet met meeting
  overwrite overwrote overwritten
  pay paid payment
  permit permission
  read
  respond response
  ring rang rung
  run ran rerun
  say said
  see saw seen
  sell sold
  send sent resend resent
  shake shook shaken
  shrink shrank shrunk
  sink sank sunk
  speak spoke spoken
  stand stood
  steal stole stolen theft
  stick stuck
  take took taken
  teach taught
  tell told
  think thought
  throw threw thrown
  wake woke woken
  write wrote written rewrite`;

const groups = new Map<string, readonly string[]>();
for (const line of irregular.trim().split('\n')) {
  const words = line.trim().split(' ');
  for (const word of words) groups.set(word, words);
}

/** Endings that make one word of another, and what the shorter word has instead; the first that fits counts. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/u, 'y'],
  [/(?:ing|ed|es|s)$/u, ''],
];

const derived: readonly (readonly [RegExp, string])[] = [
  [/ification$/u, 'ify'],
  [/ability$/u, ''],
  [/able$/u, ''],
  [/(?<=.{4})(?:ation|ate)$/u, ''],
  [/(?<=.{3})sion$/u, 'd'],
  [/(?<=.{4})ion$/u, ''],
  [/(?<=.{4})(?:ure|ment|al|ness|ance|ence|ly)$/u, ''],
  [/(?<=.{4})e$|(?<=.{5})y$/u, ''],
];

const replaceFirst = (word: string, rules: readonly (readonly [RegExp, string])[]): string => {
  const [pattern, instead] = rules.find(([one]) => one.test(word)) ?? [];
  return pattern === undefined ? word : word.replace(pattern, instead ?? '');
};

/** The shortest root that words are told by: shorter ones are those of unrelated words too. */
const shortest = 4;

/** The root of a word: what its derivations have in common. */
export function rootOf(word: string): string {
  const plain =
    /^.{4,}(?:ies|ied|ing|ed|es|s)$/u.test(word) && !word.endsWith('ss') ? replaceFirst(word, endings) : word;
  const root = replaceFirst(plain, derived);
  return root.length < shortest ? plain : root.replace(/(?<=.{4})e$|(?<=.{5})y$/u, '');
}

/** What Hebrew writes in one with the word after it: the article, "and", "in", "as", "to", "from", "that". */
const attached = /^[הובכלמש]{1,3}$/;

/** Tells whether a word is another one with something attached: "השרת" is "the server". The shortest such word has three letters. */
const isAttached = (one: string, word: string): boolean =>
  /^[א-ת]{3,}$/.test(word) && one.endsWith(word) && attached.test(one.slice(0, -word.length));

/** The letters that a word has in common with its root: words that begin otherwise need not be compared. */
const common = 3;

/** The most forms that are looked up. */
const most = 6;

/** Returns the other forms of a word that a vocabulary has: irregular ones, and derivations. */
export function formsOf(word: string, vocabulary: readonly string[]): string[] {
  const root = rootOf(word);
  const known = new Set(groups.get(word) ?? groups.get(root));
  const beginning = word.slice(0, common);
  const hasRoot = (one: string) => one.length >= shortest && one.startsWith(beginning) && rootOf(one) === root;
  const isForm = (one: string) => known.has(one) || hasRoot(one) || isAttached(one, word) || isAttached(word, one);
  return vocabulary.filter((one) => one !== word && isForm(one)).slice(0, most);
}
