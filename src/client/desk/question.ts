/** A question that a dialog asks: one line of text is its answer. */
export interface Question {
  title: string;
  label: string;
  value: string;
  /** Whether the answer may have several lines. */
  hasLines?: boolean;
}
