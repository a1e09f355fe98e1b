import type { Words } from '~/words/en';

/** The properties that every panel is given: the words of the page's language, and the call that closes it. */
export interface PanelProps {
  words: Words;
  close: () => void;
}
