/** A question that a dialog asks: one line of text is its answer. */
export interface Question {
  title: string;
  label: string;
  value: string;
  /** True where the answer may have several lines. */
  hasLines?: boolean;
}
