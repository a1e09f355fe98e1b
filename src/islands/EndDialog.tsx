import { useEffect, useRef } from 'preact/hooks';
import { endRun } from '~/stores/acts';
import { $view } from '~/stores/run';
import { announce } from './announce';
import { say } from '~/words/say';
import type { PanelProps } from './open-panel';

/** Ends the run: says how it stands, and names what is still open, before it is declared ended. */
export default function EndDialog({ words, close }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { progress, structure, marks } = $view.get();
  const { total, open, failed } = progress;
  const sentence =
    open > 0
      ? say(words.end.open, { n: open, total })
      : failed > 0
        ? say(words.end.failed, { n: failed })
        : words.end.complete;
  const left = structure.leaves.filter(
    ({ id }) => marks.get(id) === 'todo' && !structure.contingent.has(id) && !structure.triggers.has(id),
  );
  return (
    <dialog class="sheet" aria-labelledby="end-title" ref={dialog} onClose={close}>
      <h2 id="end-title">{words.menu.end}</h2>
      <p>{sentence}</p>
      {left.length > 0 && (
        <ul>
          {left.slice(0, 8).map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={() => dialog.current?.close()}>
                {text}
              </a>
            </li>
          ))}
          {left.length > 8 && <li>…</li>}
        </ul>
      )}
      <p class="choices">
        <button
          type="button"
          class="button main"
          onClick={() => {
            endRun(true);
            announce(sentence);
            dialog.current?.close();
          }}
        >
          {open > 0 ? words.end.anyway : words.menu.end}
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.dialog.cancel}
        </button>
      </p>
    </dialog>
  );
}
