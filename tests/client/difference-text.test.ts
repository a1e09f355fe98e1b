import { expect, it } from 'vitest';
import { saidText, subjectText } from '~/client/text/difference-text';
import { readStructure } from '~/core/page/structure';
import { readSubject } from '~/core/run/subject';
import { de } from '~/words/de';
import { en, type Words } from '~/words/en';
import { makeItem, makePage } from '../core/arbitraries';

const structure = readStructure(
  makePage({
    sections: [{ anchor: 'web', title: 'Web', depth: 2, parent: '' }],
    items: [makeItem('ping', { text: 'Ping it' })],
    holds: [{ after: 'web', roles: ['Lead'] }],
  }),
);

/** What the table of differences says of an entry. */
function tell(key: string, value: string, words: Words): string {
  const entry = { key, value, at: 1, seq: 0, by: '' };
  return `${subjectText(readSubject(entry), structure, words)} | ${saidText(entry, words)}`;
}

it.each([
  ['mark/ping', 'todo', 'Ping it | open', 'Ping it | offen'],
  ['mark/ping', 'skipped', 'Ping it | not applicable', 'Ping it | entfällt'],
  ['note/ping', 'slow', 'Note: Ping it | slow', 'Notiz: Ping it | slow'],
  ['hold/web/Lead', 'no-go', 'Go / no-go: Web: Lead | No-go', 'Go / No-go: Web: Lead | No-go'],
  ['hold/web/Lead', '', 'Go / no-go: Web: Lead | ', 'Go / No-go: Web: Lead | '],
  ['end', 'ended', 'End run | Ended', 'Durchlauf beenden | Beendet'],
  ['end', '', 'End run | open', 'Durchlauf beenden | offen'],
  ['title', 'v1', 'Title of the run | v1', 'Titel des Durchlaufs | v1'],
  ['later/ping', 'x', 'something whose words are not known | x', undefined],
])(
  'a difference in %s is told in words of the interface, never in those of the record',
  (key, value, english, german) => {
    expect(tell(key, value, en)).toBe(english);
    if (german !== undefined) expect(tell(key, value, de)).toBe(german);
  },
);
