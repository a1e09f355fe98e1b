import type { FieldKind } from '~/core/page/page';

/** Words as a column's head uses them, in English and German; whole words, so that "Timeline" is no time. */
const words = (list: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list})(?![\p{L}\p{N}])`, 'iu');

const who = words(
  'who|name|names|by|owner|assignee|assigned to|responsible|person|operator|initials|wer|verantwortlich|zuständig|kürzel|durch',
);
const when = words(
  'when|date|time|start|started|end|ended|finish|finished|due|wann|datum|uhrzeit|zeit|beginn|ende|fällig',
);
const status = words(
  'status|state|result|results|outcome|done|complete|completed|verified|checked|ergebnis|erledigt|geprüft',
);
const signature = words(
  'signature|signatures|signed|sign|sign[- ]?off|approval|initials|unterschrift|visum|freigabe|abnahme',
);
const notes = words(
  'note|notes|comment|comments|remark|remarks|notizen?|bemerkung|bemerkungen|kommentar|kommentare|anmerkungen?',
);
const asksFor = [who, when, status, signature, notes];

const date = words('date|datum|fällig|due');
const clock = words('time|uhrzeit|zeit');
const time = words('time|uhrzeit|zeit|start|started|end|ended|finish|finished|beginn|ende');
/** Words for a duration, which is no time of day. */
const duration = words(
  'duration|estimate|estimated|est\\.?|spent|response|recovery|lead|window|zone|dauer|minutes|hours|days',
);
/** "Signature / Date": a signature has its time with it. "Date signed" is a date. */
const both = /[/&+]|\b(?:and|und)\b/i;
const sign = words('signature|signatures|signed|sign|sign[- ]?off|unterschrift|visum');

/** Tells whether a column's head asks for an entry: a word for a person, time, status, signature, sign-off or notes. */
export const asksToFill = (head: string): boolean => asksFor.some((pattern) => pattern.test(head));

/** The kind of field that the column's head asks for. */
export function kindOfColumn(head: string): FieldKind {
  if (duration.test(head)) return 'text';
  if (sign.test(head) && both.test(head)) return 'signature';
  const isDate = date.test(head);
  if (isDate && !clock.test(head)) return 'date';
  if (!isDate && time.test(head)) return 'time';
  return sign.test(head) && !isDate ? 'signature' : 'text';
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const asked = new Set(
  `date time start started end ended finish finished due actual planned the of in hh mm ss h m dd d yyyy yy y utc gmt local hour minute
  am pm datum uhrzeit zeit beginn ende fällig tt jjjj jj uhr`.split(/\s+/),
);

/** Tells whether a placeholder adds nothing to its column's head, or to a clock or calendar: "[HH:MM]", "[Start time]". */
export const saysNoMore = (placeholder: string, head: string): boolean => {
  const known = new Set([...asked, ...wordsOf(head)]);
  return wordsOf(placeholder).every((word) => known.has(word));
};
