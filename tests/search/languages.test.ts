import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearch, type Search } from './ask';
import { buildIndex } from './build-index';
import { answers } from './questions';

/*
 * A site in five languages, with signs, versions, flags, codes and names in its steps: asked with whole questions, single words and
 * strings that are nowhere.
 */

let site = '';
let search: Search;

beforeAll(async () => {
  site = await buildIndex(`${process.cwd()}/tests/search/site`, {
    lang: 'en',
    synonyms: [
      ['shopfront', 'storefront', 'web shop'],
      ['gateway', 'edge proxy'],
    ],
  });
  search = await openSearch(site);
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** The first results, as "page#anchor". */
async function shown(query: string, language = 'en', most = 3): Promise<string[]> {
  const { hits } = await search.ask(query, { language });
  return hits.slice(0, most).map(({ page, index }) => `${page.page}#${page.places[index]?.anchor ?? ''}`);
}

describe('a search finds first', () => {
  it.each([
    ['2.14', 'runbooks/signs#take-v2-14-3-rc-1-from-the-registry'],
    ['v2.14.3', 'runbooks/signs#take-v2-14-3-rc-1-from-the-registry'],
    ['v2.14.3-rc.1', 'runbooks/signs#take-v2-14-3-rc-1-from-the-registry'],
    ['--no-owner', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['no-owner', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['-t', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['pg_dump', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['pgdump', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['pg_dump -t orders', 'runbooks/signs#dump-the-schema-pg-dump-no-owner-t-orders-shop'],
    ['E1101', 'runbooks/signs#check-error-code-e1101-e1102'],
    ['e1102', 'runbooks/signs#check-error-code-e1101-e1102'],
    ['E1101/E1102', 'runbooks/signs#check-error-code-e1101-e1102'],
    ['what does E1101 mean', 'runbooks/signs#check-error-code-e1101-e1102'],
    ['429', 'runbooks/signs#answers'],
    ['why do I get a 502', 'runbooks/signs#answers'],
    ['HTTP 503', 'runbooks/signs#see-http-503-during-maintenance'],
    ['payments-api', 'runbooks/signs#roll-back-with-kubectl-rollout-undo-deploy-payments-api'],
    ['deploy/payments-api', 'runbooks/signs#roll-back-with-kubectl-rollout-undo-deploy-payments-api'],
    ['kubectl rollout undo', 'runbooks/signs#roll-back-with-kubectl-rollout-undo-deploy-payments-api'],
    ['payments-api-gateway', 'runbooks/two#restart-payments-api-gateway'],
    [
      'how do I undo the rollout of the payments api',
      'runbooks/signs#roll-back-with-kubectl-rollout-undo-deploy-payments-api',
    ],
    ['eu-central-1', 'runbooks/signs#set-region-eu-central-1'],
    ['--region', 'runbooks/signs#set-region-eu-central-1'],
    ['central region', 'runbooks/two#central-heating-in-region-two'],
    ['DB_HOST', 'runbooks/signs#export-db-host-replica-7'],
    ['replica-7', 'runbooks/signs#export-db-host-replica-7'],
    ['foo.service', 'runbooks/signs#restart-foo-service-and-bar-timer'],
    ['bar.timer', 'runbooks/signs#restart-foo-service-and-bar-timer'],
    ['release-notes/2026-11.md', 'runbooks/signs#write-to-release-notes-2026-11-md'],
    ['bastion-3', 'runbooks/signs#log-in-as-ops-bastion-3'],
    ['ops@bastion-3', 'runbooks/signs#log-in-as-ops-bastion-3'],
    ['how do I login to the bastion', 'runbooks/signs#log-in-as-ops-bastion-3'],
    ['on call', 'runbooks/signs#wait-for-the-on-call-engineer-s-ok'],
    ['oncall engineer', 'runbooks/signs#wait-for-the-on-call-engineer-s-ok'],
    ['team/shopfront:1.4.2', 'runbooks/signs#pull-registry-example-org-team-shopfront-1-4-2'],
    ['storefront', 'runbooks/signs#pull-registry-example-org-team-shopfront-1-4-2'],
    ['/healthz', 'runbooks/signs#see-200-from-healthz'],
    ['10.20.0.7', 'runbooks/signs#point-the-app-at-10-20-0-7-5432'],
    ['pool', 'runbooks/two#scale-the-pool-by-2'],
    ['primary is gone', 'guides/failover#see-that-it-is-gone'],
    ['fail over', 'runbooks/signs#failover'],
    ['promte standby', 'runbooks/signs#promote-the-standby'],
    ['upgrade postgres 16.1', 'runbooks/signs#upgrade-postgresql-from-15-2-to-16-1'],
  ])('%s: %s', async (query, place) => {
    const places = await shown(query);
    expect(
      places.filter((one) => answers([place], one)),
      places.join('\n'),
    ).toHaveLength(1);
  });

  it.each([
    ['Datenbanksicherung', 'runbooks/wartung#datenbanksicherung-anlegen-und-prüfen'],
    ['Datenbank Sicherung', 'runbooks/wartung#datenbanksicherung-anlegen-und-prüfen'],
    ['wie lege ich ein Backup an', 'runbooks/wartung#datenbanksicherung-anlegen-und-prüfen'],
    ['Zertifikat abgelaufen', 'runbooks/wartung#zertifikate-der-lastverteiler-erneuern'],
    ['Wie komme ich auf die alte Version', 'runbooks/wartung#auf-die-alte-version-zurückrollen-falls-nötig'],
    ['E4711', 'runbooks/wartung#fehlercode-e4711-im-protokoll-suchen'],
    ['Festplatte voll', 'guides/rueckbau#festplatten-auf-freien-speicherplatz-prüfen'],
    ['Kunden informieren', 'runbooks/wartung#danach'],
    ['zurückgerollt', 'runbooks/wartung#auf-die-alte-version-zurückrollen-falls-nötig'],
    ['Sicherung anlegen', 'runbooks/wartung#datenbanksicherung-anlegen-und-prüfen'],
    ['データベースのバックアップ', 'runbooks/ja#本番データベースのバックアップを取る'],
    ['データベースをバックアップする方法', 'runbooks/ja#本番データベースのバックアップを取る'],
    ['監視', 'runbooks/ja#監視アラートを無効にする'],
    ['新幹線', 'runbooks/ja#新幹線予約システムを停止する'],
    ['備份', undefined],
    ['检查备份', 'guides/zh#检查备份文件是否完整'],
    ['如何回滚版本', 'guides/zh#回滚到上一个版本-v2-14-3'],
    ['重启服务', 'guides/zh#重启支付服务'],
  ])('%s, asked from an English page: %s', async (query, place) => {
    const [first = ''] = await shown(query);
    expect(place === undefined ? first === '' : answers([place], first), first).toBe(true);
  });
});

it.each([
  ['wie kündige ich das Fenster an', 'runbooks/wartung#wartungsfenster-ankündigen'],
  ['rolle auf die alte Version zurück', 'runbooks/wartung#auf-die-alte-version-zurückrollen-falls-nötig'],
  ['alerte', 'runbooks/alerte#accuser-réception-de-l-alerte'],
  ['l’astreinte', 'runbooks/alerte#prévenir-la-personne-d-astreinte'],
])('[SE4] %s: nothing is left out nor corrected, because it stands there: %s', async (query, place) => {
  const { left, corrected } = await search.ask(query, { language: 'de' });
  expect({ left, corrected }).toEqual({ left: [], corrected: [] });
  expect(await shown(query, 'de', 1)).toEqual([place]);
});

it('a sign after a letter tells one language from another', async () => {
  const { hits } = await search.ask('C#');
  expect(hits.map(({ page, index }) => page.places[index]?.own)).toEqual(['Compile the C# agent']);
});

describe('[SE5] the page’s language comes first', () => {
  it.each([
    ['en', 'runbooks/signs'],
    ['de', 'guides/rueckbau'],
  ])('in %s: %s', async (language, page) => {
    const [first] = await shown('rollback', language);
    expect(first?.split('#')[0]).toBe(page);
    const { hits } = await search.ask('rollback', { language });
    expect(new Set(hits.map((hit) => hit.language)).size).toBeGreaterThan(1);
  });
});

it.each(
  `xyzzy --frobnicate v9.9.9 2.15 E9999 430 4290 payments-db deploy/nothing-here pg_frob F# 漢字 東京 数字 上海 犬 鯨 zeppelin walrus
  marmalade -q -z --no-such-flag 10.20.0.8 eu-west-9 replica-8 DB_PORT Zauberstab Blumenkohl quokka bastion-4 k9s 1.4.3 foo.socket`.split(
    /\s+/,
  ),
)('[SE3] %s is nowhere, and gives nothing', async (query) => {
  const { hits } = await search.ask(query);
  expect(hits.map(({ page, index }) => page.places[index]?.own)).toEqual([]);
});

it.each([
  'how do I cook spaghetti',
  'who is Bartholomew',
  'the best pizza in Heidelberg',
  'wie koche ich eine Suppe',
  'asdf jklö',
])('[SE3] of "%s" nothing is anywhere, and so it gives nothing', async (query) =>
  expect((await search.ask(query)).hits).toEqual([]),
);

describe('[SE4] what was done to a question is said', () => {
  it('a typo is corrected', async () => {
    expect((await search.ask('promte standby')).corrected).toEqual([{ typed: 'promte', instead: 'promote' }]);
  });

  it('a word of the site’s own is replaced', async () => {
    const { replaced, left } = await search.ask('storefront');
    expect({ replaced, left }).toEqual({ replaced: [{ typed: 'storefront', instead: 'shopfront' }], left: [] });
  });

  it('words that are nowhere are left out, and so is one that the best place has not', async () => {
    expect((await search.ask('failover xyzzy')).left).toEqual(['xyzzy']);
    expect((await search.ask('promote kubectl')).left).toHaveLength(1);
  });

  it('nothing is, where the words are to be taken as they were typed', async () => {
    expect((await search.ask('promte', { literal: true })).hits).toEqual([]);
    expect((await search.ask('storefront', { literal: true })).hits).toEqual([]);
    expect((await search.ask('promote', { literal: true })).hits.length).toBeGreaterThan(0);
  });
});

it('a kind of page can be searched alone', async () => {
  const { hits } = await search.ask('standby', { kind: 'guide' });
  expect(new Set(hits.map(({ page }) => page.kind))).toEqual(new Set(['guide']));
});
