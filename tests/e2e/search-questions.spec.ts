import { blindQuestions } from '../search/blind-questions';
import { answers, guideQuestions, type Question } from '../search/questions';
import { openSearch, type Search } from '../search/ask';
import { folderOf } from './sites';
import { expect, test } from './test';

/* The built index of the site as it comes, asked from Node as a page asks it: no browser is needed for that. */

let search: Search;
test.beforeAll(async () => {
  search = await openSearch(folderOf('root'));
});

/** Asks questions: how many are answered by the first result, how many within three, and which are not, as text. */
async function askAll(questions: readonly Question[]) {
  const asked = await Promise.all(
    questions.map(async ({ ask, at }) => {
      const { hits } = await search.ask(ask);
      const places = hits.slice(0, 3).map(({ page, index }) => `${page.page}#${page.places[index]?.anchor ?? ''}`);
      return { ask, places, rank: places.findIndex((place) => answers(at, place)) };
    }),
  );
  const missed = asked.filter(({ rank }) => rank < 0).map(({ ask, places }) => `“${ask}” found ${places.join(', ')}`);
  const later = asked.filter(({ rank }) => rank > 0).map(({ ask, places }) => `“${ask}” found first ${places[0]}`);
  return {
    within: asked.length - missed.length,
    first: asked.length - missed.length - later.length,
    missed: missed.join('\n'),
    notFirst: [...missed, ...later].join('\n'),
  };
}

test('questions as people ask them in trouble are answered', async () => {
  const { within, first, missed, notFirst } = await askAll(guideQuestions);
  expect(guideQuestions.length).toBeGreaterThanOrEqual(80);
  expect(within, missed).toBeGreaterThanOrEqual(guideQuestions.length * 0.95);
  expect(first, notFirst).toBeGreaterThanOrEqual(guideQuestions.length * 0.75);
});

test('so are most of those of people who knew nothing of the search', async () => {
  const { within, first, missed, notFirst } = await askAll(blindQuestions);
  expect(within, missed).toBeGreaterThanOrEqual(blindQuestions.length * 0.93);
  expect(first, notFirst).toBeGreaterThanOrEqual(blindQuestions.length * 0.8);
});

test('what was meant without being typed is not said to be nowhere', async () => {
  const { hits, left, replaced } = await search.ask('maintenance mode off');
  expect({ left, replaced }).toEqual({ left: [], replaced: [] });
  expect(hits[0]?.page.places[hits[0].index]?.own).toMatch(/^Disable maintenance mode/);
});

test('each place that a question names is there, with the text of its page and nothing of the interface', async () => {
  const ids = (await Promise.all(search.indexes.map((index) => index.exact('the')))).flatMap((stands) => [
    ...stands.keys(),
  ]);
  const [index] = search.indexes;
  const pages = [...((await index?.placesOf(ids)) ?? new Map<string, never>()).values()];
  const there = pages.flatMap(({ page, places }) => places.map(({ anchor }) => `${page}#${anchor}`));
  const lost = [...guideQuestions, ...blindQuestions].filter(({ at }) => !there.some((place) => answers(at, place)));
  expect(ids.flatMap(search.bodiesOf).join('\n')).not.toMatch(/Ticks are not kept yet|As Markdown|Last change:/);
  expect(lost.map(({ ask, at }) => `“${ask}”: ${at.join(', ')}`)).toEqual([]);
});

const nowhere =
  'xyzzy frobnicate zeppelin walrus marmalade quokka blockchain saxophone pterodactyl E9999 4291 ERR-7777 --frobnicate v9.9.9 pg_frob ' +
  'frob/nicate 10.99.99.99 eu-west-9 C# F# 漢字 データベース 数据库 犬 Blumenkohl Zauberstab brontosaurus kazoo xylophone qwertyuiop 77.77 ' +
  // Each is a letter away from a word of the guides, and is another word.
  'butter lodger baker ballet pasta grape spoon miner banana champagne kangaroo schmetterling ' +
  'parking sorter waiter apple sailor castle dungeon mustard pepper';

test('words and strings that are nowhere give nothing', async () => {
  const words = nowhere.split(' ');
  const found = await Promise.all(
    words.map(async (word) => ({
      word,
      hits: (await search.ask(word)).hits.map(({ page, index }) => page.places[index]?.own),
    })),
  );
  expect(words.length).toBeGreaterThanOrEqual(30);
  expect(found.filter(({ hits }) => hits.length > 0)).toEqual([]);
});
