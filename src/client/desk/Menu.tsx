import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Choice {
  label: string;
  choose: () => void;
  /** Shown beside the label: the key that does the same. */
  hint?: string;
  disabled?: boolean;
}

/** Choices that belong together, under a word for them. */
export interface ChoiceGroup {
  title: string;
  choices: readonly Choice[];
}

interface Props {
  label: string;
  /** The button that opened the menu: the menu stands by it and gives the focus back to it. */
  button: HTMLElement;
  choices: readonly Choice[] | readonly ChoiceGroup[];
  close: () => void;
  children?: ComponentChildren;
}

/** A menu by its button: arrows move, Enter chooses, Escape and a click elsewhere close. */
export default function Menu({ label, button, choices, close, children }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const leave = () => {
    close();
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  };

  useLayoutEffect(() => {
    const { bottom, top, right, left } = button.getBoundingClientRect();
    const { offsetHeight = 0, offsetWidth = 0, style } = menu.current ?? document.body;
    const below = bottom + offsetHeight + 8 < innerHeight;
    style.top = `${below ? bottom + 4 : Math.max(8, top - offsetHeight - 4)}px`;
    style.left = `${Math.max(8, document.dir === 'rtl' ? left : right - offsetWidth)}px`;
    button.setAttribute('aria-expanded', 'true');
    items()[0]?.focus();
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) leave();
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, []);

  const move = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    const typed = all.find(({ textContent }) => textContent.toLowerCase().startsWith(event.key.toLowerCase()));
    const target = to === undefined ? typed : all[to % all.length];
    if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (target === undefined) return;
    else target.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  const draw = ({ label, choose, hint, disabled }: Choice): JSX.Element => (
    <button
      type="button"
      role="menuitem"
      key={label}
      aria-disabled={disabled}
      onClick={() => {
        if (disabled) return;
        leave();
        choose();
      }}
    >
      {label}
      {hint && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  );

  return (
    <section aria-label={label}>
      <div class="menu" role="menu" aria-label={label} tabIndex={-1} ref={menu} onKeyDown={move}>
        {children}
        {choices.map((choice) =>
          'choices' in choice ? (
            <div role="group" aria-label={choice.title} key={choice.title}>
              <p aria-hidden="true">{choice.title}</p>
              {choice.choices.map(draw)}
            </div>
          ) : (
            draw(choice)
          ),
        )}
      </div>
    </section>
  );
}
