/** A question that a dialog asks: a line of text, or several, is its answer. */
export interface Question {
  title: string;
  label: string;
  value: string;
  /** Reads the value as the run has it now, where others may write while the question is open. */
  now?: () => string;
  /** True where the answer may have several lines. */
  hasLines?: boolean;
}
