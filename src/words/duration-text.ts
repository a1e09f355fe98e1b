import { describeDuration } from '~/core/timeline/timeline';
import type { Words } from './en';
import { say } from './say';

/** "1 h 12 min" of a number of minutes. */
export function durationText(length: number, words: Words['timeline']): string {
  const { days, hours, minutes } = describeDuration(length);
  const parts = [
    days > 0 && say(words.days, { n: days }),
    hours > 0 && say(words.hours, { n: hours }),
    minutes > 0 && days === 0 && say(words.minutes, { n: minutes }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.moment : parts.join(' ');
}
