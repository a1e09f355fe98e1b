import { describe, expect, it } from 'vitest';
import { flagSign, indexWord, readTokens } from '~/core/search/tokens';

const words = (text: string) => readTokens(text).map(({ word }) => word.replace(flagSign, '-'));

describe('the words of a text', () => {
  it.each([
    ['Rate  Limiting', ['Rate', 'Limiting']],
    ['CI/CD', ['CI', 'CD']],
    ['数据库 backup', ['数', '据', '库', 'backup']],
    ['v2版本', ['v', '2', '版', '本']],
    ['النسخ الاحتياطي', ['النسخ', 'الاحتياطي']],
    ['  --- "" <> ', []],
    ['v2.14.3-rc.1', ['v', '2', '14', '3', 'rc', '1']],
    ['pg_dump --no-owner -t orders', ['pg', 'dump', '-', 'no', 'owner', '-', 't', 'orders']],
    ['DB_HOST=replica-7', ['DB', 'HOST', 'replica', '7']],
    ['E1101/E1102', ['E1101', 'E1102']],
    ['C# and C++', ['C', 'ǂ', 'and', 'C', 'ǀǀ']],
    ["l'alerte d’urgence, qu’une", ['l', 'alerte', 'd', 'urgence', 'qu', 'une']],
    ['dell’utente, rock’n’roll, o’clock, it’s, y’all', ['dell', 'utente', 'rocknroll', 'oclock', 'its', 'yall']],
    ['l’œuvre', ['l', 'œuvre']],
    ['don’t end - start', ['dont', 'end', 'start']],
    ['ＡＢＣ　１２', ['ABC', '12']],
  ])('%j are %j', (text, expected) => expect(words(text)).toEqual(expected));

  it('[SE1] stand where they were read', () => {
    const text = 'Run `pg_dump`, then 备份';
    expect(readTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Run',
      'pg',
      'dump',
      'then',
      '备',
      '份',
    ]);
  });

  it('[SE2] with digits, or of one or two letters, are not the beginning of others in the index', () => {
    expect(indexWord('429').startsWith('429')).toBe(true);
    expect(indexWord('4291').startsWith(indexWord('429'))).toBe(false);
    expect(indexWord('rollback')).toBe('rollback');
  });
});
