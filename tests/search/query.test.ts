import { describe, expect, it } from 'vitest';
import { correctWord, differByOne, splitWord } from '~/core/search/correct';
import { foreignWords } from '~/build/search/foreign-words';
import { lackedBy, readForeign, type Foreign } from '~/core/search/foreign';
import { readQuery } from '~/core/search/query';
import { guessLanguage, stopWordsOf } from '~/core/search/stop-words';
import { thesaurusFor } from '~/core/search/synonyms';

const reading = { stopWords: stopWordsOf(['en']), synonyms: thesaurusFor(['en'], []) };
const foreignTo = (site: string[]): Foreign | undefined => {
  const language = lackedBy(site);
  return language === undefined ? undefined : readForeign(foreignWords, language);
};
const typed = (query: string) =>
  readQuery(query, reading)
    .filter(({ words }) => words.length > 0)
    .map((part) => part.typed);

describe('what a question asks for', () => {
  it.each([
    ['How do I roll back the database?', ['roll back', 'database']],
    ['"rollback database"', ['rollback', 'database']],
    ['#configure-ddos-protection', ['configure', 'ddos', 'protection']],
    ['#set-the-limit_1abc2de', ['set', 'limit']],
    ['same--section--2-of-3', ['same', 'section', '2', '3']],
    ['payments-api --dry-run', ['payments-api', '--dry-run']],
    ['what is E1101/E1102', ['E1101/E1102']],
    ['数据库backup', ['数据库', 'backup']],
    ['how do I', ['how', 'do', 'I']],
    ['How can I tell whether the backup works', ['backup', 'works']],
    ['tell me', ['tell']],
    ['who tells users', ['tells', 'users']],
    ['maintenance mode off', ['maintenance mode', 'off']],
    ['load at 5%', ['load', '5', 'percent']],
    ['roll the release back', ['roll back', 'release']],
    ['put up the back soon page', ['put', 'back soon', 'page']],
    ['roll out the new release, then back', ['roll out', 'new', 'release', 'back']],
    ['what do I put on the status page', ['message', 'status page']],
    ['where do I start after the outage', ['after', 'outage']],
    ['why 500s', ['500']],
    [' … ', []],
  ])('%j asks for %j', (query, parts) => expect(typed(query)).toEqual(parts));

  it('[SE3] is never the words that tell no subject, unless there is nothing else', () => {
    expect(typed('who do I call when it is down')).toEqual(['call', 'is down']);
    expect(typed('what is it')).toEqual(['what', 'is', 'it']);
    const german = { ...reading, stopWords: stopWordsOf(['de']) };
    expect(
      readQuery('Was müssen wir während der Wartung für die Kunden tun?', german).map((part) => part.typed),
    ).toEqual(['Wartung', 'Kunden']);
  });

  it('is found by other words for it too, in other forms and of several words', () => {
    const [part] = readQuery('rolling back', reading);
    expect(part?.synonyms).toContainEqual(['revert']);
    expect(readQuery('certs', reading)[0]?.synonyms).toContainEqual(['certificate']);
    expect(readQuery('k8s', reading)[0]?.synonyms).toEqual([['kubernetes']]);
  });

  it('[SE4] is found by what answers it, which is not found by it in turn', () => {
    const synonymsOf = (query: string) => readQuery(query, reading)[0]?.synonyms.map((words) => words.join(' '));
    expect(synonymsOf('helm')).toContain('kubernetes');
    expect(synonymsOf('kubernetes')).not.toContain('helm');
  });

  it.each(['deleted rows of our data', 'deleted all of our production data', 'data that somebody deleted'])(
    '[SE4] is found by what two of its words mean together, wherever they stand: %s',
    (query) => {
      const told = readQuery(query, reading).filter(({ words }) => ['deleted', 'data'].includes(words.join(' ')));
      expect(told).toHaveLength(2);
      for (const { synonyms } of told) expect(synonyms).toContainEqual(['data', 'loss']);
    },
  );

  it('[SE4] is also, for two words that mean something together, a part of its own that nobody typed', () => {
    const meant = (query: string) => readQuery(query, reading).filter(({ words }) => words.length === 0);
    const [part, ...others] = meant('somebody deleted data');
    expect(part).toMatchObject({ typed: '', isImplied: true });
    expect(part?.synonyms).toContainEqual(['data', 'loss']);
    expect(others).toEqual([]);
    expect(meant('deleted')).toEqual([]);
  });

  it('[SE4] is found in the language of the site where it is asked in another', () => {
    const meant = (site: string[], query: string) =>
      readQuery(query, { ...reading, foreign: foreignTo(site) })[0]?.foreign;
    expect(meant(['en'], 'Zertifikate')).toEqual([['certificate']]);
    expect(meant(['de'], 'scale up')).toContainEqual(['hochskalieren']);
    expect(meant(['en'], 'scale up')).toEqual([]);
    expect(meant(['en', 'de'], 'Zertifikat')).toEqual([]);
  });

  it.each([
    ['wie schalte ich den Wartungsmodus aus', ['ausschalten', 'wartungsmodus']],
    ['wie stelle ich die Datenbank wieder her', ['wiederherstellen', 'datenbank']],
    ['Datenbankkennwort', ['datenbank', 'kennwort']],
    ['Zertifikatsablauf', ['zertifikat', 'ablauf']],
    ['Zertifikate', ['zertifikate']],
    ['restore', ['restore']],
  ])('[SE4] is read as German makes words, for a site without pages in German: %s', (query, words) => {
    const german = { ...reading, stopWords: stopWordsOf(['en', 'de']), language: 'de' };
    const wordsOf = (foreign?: Foreign) =>
      readQuery(query, { ...german, ...(foreign && { foreign }) }).map((part) => part.words.join(' '));
    expect(wordsOf(foreignTo(['en']))).toEqual(words);
    expect(wordsOf(foreignTo(['en', 'de']))).toEqual(wordsOf());
  });

  it('[SE4] is taken as it was typed where that is asked for', () => {
    expect(readQuery('revert', { ...reading, literal: true })[0]?.synonyms).toEqual([]);
  });

  it('may still be typed at its end', () => {
    expect(readQuery('roll datab', reading).map(({ open }) => open)).toEqual([false, true]);
    expect(readQuery('database ', reading).map(({ open }) => open)).toEqual([false]);
  });
});

it('the language of a question is that of its small words', () => {
  expect(guessLanguage(['wie', 'spiele', 'ich', 'die', 'sicherung', 'ein'], ['en', 'de'])).toBe('de');
  expect(guessLanguage(['rollback'], ['en', 'de'])).toBe('en');
  const isGerman = (word: string, language: string) => language === 'de' && word === 'platte';
  expect(guessLanguage(['platte', 'ist'], ['en', 'de'], isGerman)).toBe('de');
  expect(guessLanguage(['platte', 'full'], ['en', 'de'], isGerman)).toBe('en');
});

describe('[SE4] a word that is nowhere', () => {
  const vocabulary =
    'rollback database limit rate check fail over better bake maintenance certificate preparation restore failover sorted marking'.split(
      ' ',
    );
  it.each([
    ['rolback', 'rollback'],
    ['rollbakc', 'rollback'],
    ['databsae', 'database'],
    ['limjt', 'limit'],
    ['arte', 'rate'],
    ['raet', 'rate'],
    ['hate', undefined],
    ['butter', undefined],
    ['baker', undefined],
    ['sorter', undefined],
    ['parking', undefined],
    ['narking', 'marking'],
    ['ertificate', 'certificate'],
    ['ailover', 'failover'],
    ['estore', 'restore'],
    ['maintanence', 'maintenance'],
    ['certifcaet', 'certificate'],
    ['propagation', undefined],
    ['xyzzy', undefined],
    ['e1101', undefined],
  ])('%s is a typo of %s', (word, right) => expect(correctWord(word, vocabulary)).toBe(right));

  it.each([
    ['ab', 'ab', false],
    ['abc', 'abd', true],
    ['abc', 'acb', true],
    ['abc', 'ab', true],
    ['abcd', 'badc', false],
  ])('%s and %s differ by one letter: %s', (a, b, answer) => expect(differByOne(a, b)).toBe(answer));

  it('may be two words', () => expect(splitWord('failover', new Set(vocabulary))).toEqual(['fail', 'over']));
});
