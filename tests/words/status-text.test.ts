import { describe, expect, it } from 'vitest';
import { isRollback } from '~/words/status-text';

describe('a contingency is called a rollback', () => {
  it.each(['Rollback plan', 'Roll back', 'Rolling back the database', 'Roll the release back', 'Revert', 'Undo it'])(
    'where “%s” says so',
    (title) => expect(isRollback(title)).toBe(true),
  );
  it.each(['Back out', 'Zurückrollen', 'Rücksetzen der Datenbank', 'ROLL-BACK'])('where “%s” says so', (title) =>
    expect(isRollback(title)).toBe(true),
  );
  it.each([
    ...['Roll forward', 'Controller failover', 'Payroll is late', 'Enrol everybody again', 'Rolling restart'],
    ...['If the rollback fails', 'If the restore fails', 'Restore drill', 'Call the vendor back'],
    ...['Brücke sperren', 'Rückruf der Kunden', 'Drücken und halten', 'Wenn das Zurückrollen scheitert'],
  ])('but not where “%s” says something else', (title) => expect(isRollback(title)).toBe(false));
});
