import type { Received, ReceivedRun } from '~/stores/received';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { refusalText } from '~/client/text/refusal-text';

/** The reason why a link, or what was left of it, shows no run. */
export const unshownText = (received: Exclude<Received, ReceivedRun>, words: Words): string =>
  received.kind === 'refused'
    ? refusalText(received.refusal, words)
    : say(words.shared[received.kind], received.kind === 'elsewhere' ? { title: received.title } : {});
