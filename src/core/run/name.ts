import { cleanLine } from '~/core/text';
import { caps } from './caps';

/** A name as entries bear it: clean, and short enough for a link, cut between characters [SN6]. */
export function cleanName(text: string): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(cleanLine(text))];
  let name = '';
  for (const { segment } of letters) {
    if (new TextEncoder().encode(name + segment).length > caps.name) break;
    name += segment;
  }
  return name.trim();
}
