import { areTexts } from '~/core/are-texts';
import { isObject, isText } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import {
  fieldKinds,
  marks,
  type Contingency,
  type Field,
  type Hold,
  type Item,
  type Page,
  type Plan,
  type Section,
  type Value,
} from './page';

/** The reasons why a fetched text is no page: it is another host's answer, or one of another version of the site. */
export type PageRefusal = 'not-a-page';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isAmong = (known: readonly string[], value: unknown): boolean => isText(value) && known.includes(value);

const isSection = (value: unknown): value is Section =>
  isObject(value) && [value['anchor'], value['title'], value['parent']].every(isText) && isCount(value['depth']);

const isItem = (value: unknown): value is Item =>
  isObject(value) &&
  [value['id'], value['text'], value['section']].every(isText) &&
  (value['parent'] === undefined || isText(value['parent'])) &&
  isCount(value['list']) &&
  typeof value['ordered'] === 'boolean' &&
  [value['number'], value['lastNumber'], value['outer']].every((number) => number === undefined || isCount(number)) &&
  isAmong(marks, value['initial']);

const isField = (value: unknown): value is Field =>
  isObject(value) &&
  [value['id'], value['label'], value['section']].every(isText) &&
  isAmong(fieldKinds, value['kind']) &&
  areTexts(value['options']);

const isContingency = (value: unknown): value is Contingency =>
  isObject(value) && isText(value['section']) && areTexts(value['triggers']);

const isHold = (value: unknown): value is Hold => isObject(value) && isText(value['after']) && areTexts(value['roles']);

const isValue = (value: unknown): value is Value =>
  isObject(value) && [value['name'], value['label'], value['example'], value['pattern']].every(isText);

const areValues = (is: (one: unknown) => boolean, value: unknown): boolean =>
  isObject(value) && Object.values(value).every(is);

const isPlan = (value: unknown): value is Plan =>
  isObject(value) &&
  areValues(isCount, value['items']) &&
  areValues(isCount, value['sections']) &&
  areValues(areTexts, value['roles']);

const areAll = <T>(is: (one: unknown) => one is T, value: unknown): value is T[] =>
  Array.isArray(value) && value.every(is);

/** Reads `page.json`, as the build writes it beside each page. */
export function decodePage(value: unknown): Result<Page, PageRefusal> {
  if (!isObject(value)) return refuse('not-a-page');
  const { id, title, sections, items, fields, contingencies, holds, values, plan } = value;
  if (!isText(id) || !isText(title) || !areAll(isSection, sections) || !areAll(isItem, items)) {
    return refuse('not-a-page');
  }
  if (!areAll(isField, fields) || !areAll(isContingency, contingencies) || !areAll(isHold, holds)) {
    return refuse('not-a-page');
  }
  if (values !== undefined && !areAll(isValue, values)) return refuse('not-a-page');
  if (plan !== undefined && !isPlan(plan)) return refuse('not-a-page');
  return ok({
    ...{ id, title, sections, items, fields, contingencies, holds },
    ...(values !== undefined && { values }),
    ...(plan !== undefined && { plan }),
  });
}
