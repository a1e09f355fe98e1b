import { useState } from 'preact/hooks';
import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import type { PanelProps } from './panel-props';
import Dialog from './Dialog';

/** The list of keys, and the switch that turns the single-letter ones off. */
export default function KeysDialog({ words, close }: PanelProps) {
  const [keys, setKeys] = useState(prefer('keys'));
  return (
    <Dialog title={words.menu.keys} close={close} closeWord={words.dialog.close}>
      {() => (
        <>
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
        </>
      )}
    </Dialog>
  );
}
