import type { PanelProps } from './panel-props';
import Dialog from './Dialog';

interface Props extends PanelProps {
  roles: readonly string[];
  /** The role that was chosen before; any other text where none was. */
  chosen: string;
  choose: (role: string) => void;
}

/** Asks which of the page's roles is the reader's. */
export default function RoleDialog({ roles, chosen, choose, words, close }: Props) {
  return (
    <Dialog title={words.mine.role} close={close} closeWord={words.dialog.cancel}>
      {(leave) => (
        <>
          <p>{words.mine.which}</p>
          <ul class="hits">
            {roles.map((role) => (
              <li key={role}>
                <button
                  type="button"
                  aria-current={role === chosen || undefined}
                  onClick={() => {
                    choose(role);
                    leave();
                  }}
                >
                  <b>{role}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
