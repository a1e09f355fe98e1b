import type { Words } from '~/words/en';

interface Props {
  /** The word on the button that submits the form. */
  submit: string;
  words: Words['dialog'];
  leave: () => void;
}

/** The last line of a form in a dialog: the button that submits it, and the one that leaves all as it is. */
const SubmitOrCancel = ({ submit, words, leave }: Props) => (
  <p class="choices">
    <button type="submit" class="button main">
      {submit}
    </button>
    <button type="button" class="button" onClick={leave}>
      {words.cancel}
    </button>
  </p>
);

export default SubmitOrCancel;
