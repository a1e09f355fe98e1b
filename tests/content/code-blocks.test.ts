import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';
import { parse as parseToml } from 'smol-toml';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Block, findBlock, readBlocks } from './blocks';

/** A reader for each language: what it throws is the finding. Languages without a parser are listed as such. */
const parsers: Record<string, (code: string) => unknown> = {
  sh: (code) => execFileSync('bash', ['-n'], { input: code, stdio: ['pipe', 'pipe', 'pipe'] }),
  sql: (code) => parseSync(code),
  yaml: (code) => parseYaml(code),
  json: (code) => JSON.parse(code) as unknown,
  toml: (code) => parseToml(code),
  text: () => undefined,
  nginx: () => undefined,
  ini: () => undefined,
  markdown: () => undefined,
  mdx: () => undefined,
};

const blocks = globSync('content/{runbooks,guides}/**/*.{md,mdx}')
  .sort()
  .flatMap((file) => readBlocks(file));
const shells = blocks.filter(({ language }) => language === 'sh');

beforeAll(loadModule);

describe('every code block of the content parses', () => {
  test.each(blocks)('$file:$line ($language)', ({ language, code }) => {
    const parse = parsers[language];
    expect(Object.keys(parsers), 'name the language of the block; output is `text`').toContain(language);
    expect(() => parse?.(code)).not.toThrow();
  });

  test('a broken block of each language is found', () => {
    const broken = { sh: 'if true; then', sql: 'SELEC 1', yaml: 'a: [', json: '{a: 1}', toml: 'a = ' };
    for (const [language, code] of Object.entries(broken))
      expect(() => parsers[language]?.(code), language).toThrow();
  });
});

const where = ({ file, line }: Block): string => `${file}:${line}`;
const thatMatch = (pattern: RegExp): string[] => shells.filter(({ code }) => pattern.test(code)).map(where);

describe('no block can do harm when what it takes for granted is wrong', () => {
  test('none puts a secret into the list of processes', () => {
    expect(thatMatch(/-H\s+["']?Authorization: Bearer \$|\/\/[^/\s:@]+:[^/\s@]+@|PGPASSWORD|POSTGRES_PASSWORD|DATABASE_URL"/)).toEqual([]);
  });

  test('a DELETE is sent only with an id that was looked at', () => {
    const deletes = shells.filter(({ code }) => code.includes('-X DELETE'));
    expect(deletes.length).toBeGreaterThan(1);
    for (const block of deletes) expect(block.code, where(block)).toMatch(/\[\[ \$id =~ [^\]]+\]\+\$ \]\]/);
  });

  test('a table is dropped only where the attempt is rolled back in any case', () => {
    for (const block of shells.filter(({ code }) => /DROP (TABLE|DATABASE)/.test(code)))
      expect(block.code, where(block)).toMatch(/BEGIN;\n(CREATE|DROP) TABLE [^;]+;\nROLLBACK;/);
    const sql = blocks.filter(({ language, code }) => language === 'sql' && /\b(DROP TABLE|DROP COLUMN|TRUNCATE)\b/.test(code));
    expect(sql.map(where)).toEqual([]);
  });

  test('a database is dropped only after it was asked for by name', () => {
    expect(thatMatch(/^\s*dropdb (?!--interactive )/m)).toEqual([]);
  });

  test("no firewall is emptied, Docker's rules with it", () => {
    expect(blocks.filter(({ code }) => code.includes('flush ruleset')).map(where)).toEqual([]);
  });

  test('a tag that was pushed is never moved or removed', () => {
    expect(thatMatch(/git push .*(:refs\/tags|--delete|--force)/)).toEqual([]);
  });
});

describe('all guides share one configuration', () => {
  const setup = readBlocks('content/guides/the-setup.md').filter(({ language }) => /^(nginx|ini)$/.test(language));
  const lines = new Set(setup.flatMap(({ code }) => code.split('\n').map((line) => line.trim())));
  const own = [/set_real_ip_from|real_ip/, /^# |^[A-Z_]+=/m, /^\[Journal\]/];
  const excerpts = blocks.filter(
    ({ file, language, code }) =>
      !file.endsWith('the-setup.md') && /^(nginx|ini)$/.test(language) && !own.some((pattern) => pattern.test(code)),
  );

  test('there are excerpts of it', () => expect(excerpts.length).toBeGreaterThan(8));

  test.each(excerpts)('$file:$line shows lines of “The setup”', ({ code }) => {
    for (const line of code.split('\n')) expect(lines).toContain(line.trim());
  });
});

describe('what looks for secrets and addresses finds them', () => {
  const guide = readBlocks('content/guides/environment-and-secrets.md');
  const patterns = findBlock(guide, 'Third-party keys', 0).code;
  const find = (text: string): boolean => {
    try {
      execFileSync('grep', ['-qE', patterns.trimEnd().split('\n').join('|')], { input: text });
      return true;
    } catch {
      return false;
    }
  };
  // Put together here, so that no scanner takes this file for a leak.
  const word = (length: number, alphabet = 'aB3dE6gH9kL2'): string => alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length);
  const keys: [format: string, key: string][] = [
    ['OpenAI, project', `sk-${'proj'}-${word(20)}-${word(20)}_${word(8)}`],
    ['Anthropic', `sk-${'ant'}-api03-${word(40)}`],
    ['Stripe', `sk_${'live'}_${word(24)}`],
    ['AWS', `AKIA${word(16, 'ABCD2345')}`],
    ['GitHub', `ghp_${word(36)}`],
    ['GitHub, fine-grained', `github_${'pat'}_${word(22)}_${word(59)}`],
    ['GitLab', `glpat-${word(20)}`],
    ['Slack', `xoxb-${word(12, '1234567890')}-${word(24)}`],
    ['Google', `AIza${word(35)}`],
    ['SendGrid', `SG.${word(22)}.${word(43)}`],
    ['Mailgun', `key-${word(32, '0a1b2c3d4e5f')}`],
    ['a JSON Web Token', `eyJ${word(20)}.eyJ${word(30)}.${word(40)}`],
    ['a private key', `-----BEGIN ${'OPENSSH'} PRIVATE KEY-----`],
    ['a connection string', `postgres://app:${word(12)}@db-1/app`],
    ['a header', `authorization: bearer ${word(24)}`],
  ];

  test.each(keys)('%s', (_, key) => expect(find(`const key = '${key}';`)).toBe(true));

  test.each(['task-list-elements-are-fine', 'the bearer of this letter', 'https://app.example.com/a:b', 'skip-to-content-of-the-page'])(
    'not in “%s”',
    (text) => expect(find(text)).toBe(false),
  );

  const addresses = /grep -cE '([^']+)' today\.log/.exec(readFileSync('content/guides/logging.md', 'utf8'))?.[1] ?? '';

  test.each(['anne-marie@example.com', 'Bob.42@Mail-2.Example.COM', 'a_b+c@sub.example.co.uk', 'x@9lives.io'])('%s is an address', (text) =>
    expect(execFileSync('grep', ['-cE', addresses], { input: text, encoding: 'utf8' }).trim()).toBe('1'));
});
