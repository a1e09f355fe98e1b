import { useEffect, useRef, useState } from 'preact/hooks';
import { prefer, setPreference } from '~/stores/preferences';
import type { PanelProps } from './open-panel';

/** The sheet of keys, and the switch that turns the single-letter ones off. */
export default function KeysDialog({ words, close }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState(prefer('keys'));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="sheet" aria-labelledby="keys-title" ref={dialog} onClose={close}>
      <h2 id="keys-title">{words.menu.keys}</h2>
      <dl class="keys">
        {Object.entries(words.keys.list).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={keys !== 'off'}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.checked ? '' : 'off';
            setPreference('keys', chosen);
            setKeys(chosen);
          }}
        />
        {words.keys.on}
      </label>
      <p class="choices end">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.dialog.close}
        </button>
      </p>
    </dialog>
  );
}
