interface Props {
  words: { file: string; paste: string };
  /** The height of the field for pasted text, in lines. */
  rows: number;
  /** True where several files may be chosen at once. */
  multiple?: boolean;
  /** Called with the texts of the files that were chosen. Pasted text is the form's own field `text`. */
  take: (texts: readonly string[]) => void;
}

/** Two ways to bring a text in: as files, or pasted. */
export default function FileOrPaste({ words, rows, multiple, take }: Props) {
  return (
    <>
      <label class="line">
        {words.file}
        <input
          type="file"
          multiple={multiple}
          accept=".json,.md,.markdown,.txt,application/json,text/markdown,text/plain"
          onChange={async ({ currentTarget }) =>
            take(await Promise.all([...(currentTarget.files ?? [])].map((file) => file.text())))
          }
        />
      </label>
      <label class="line">
        {words.paste}
        <textarea name="text" rows={rows} spellcheck={false} />
      </label>
    </>
  );
}

/** The text that was pasted into the form. */
export const pastedText = (form: HTMLFormElement): string => String(new FormData(form).get('text') ?? '');
