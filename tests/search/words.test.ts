import { describe, expect, it } from 'vitest';
import { closeUp, readTerms, spaceOut } from '~/core/search-words';

describe('words to search for', () => {
  it.each([
    ['Rate  Limiting', ['rate', 'limiting']],
    ['"rollback database"', ['rollback', 'database']],
    ['db', ['db']],
    ['CI/CD', ['ci/cd']],
    ['数据库 backup', ['数', '据', '库', 'backup']],
    ['v2版本', ['v2', '版', '本']],
    ['النسخ الاحتياطي', ['النسخ', 'الاحتياطي']],
    ['  --- "" <> ', []],
    ['#configure-ddos-protection', ['configure', 'ddos', 'protection']],
    ['same--section--2-of-3', ['same', 'section', '2', 'of', '3']],
    ['pre-deployment e-mail --dry-run', ['pre-deployment', 'e-mail', '--dry-run']],
  ])('%j are %j', (query, terms) => expect(readTerms(query)).toEqual(terms));

  it('are at most eight', () => expect(readTerms('a b c d e f g h i j')).toHaveLength(8));

  it('of a script without spaces are spaced out, and closed up again', () => {
    expect(spaceOut('备份数据库')).toBe('备 份 数 据 库');
    expect(closeUp(spaceOut('备份数据库。 Then バックアップ'))).toBe('备份数据库。 Then バックアップ');
    expect(spaceOut('Back up the database')).toBe('Back up the database');
  });
});
