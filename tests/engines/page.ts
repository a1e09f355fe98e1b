import { until, type Engine } from './engine';

/* The acts of a person on a page, by the names that they see, in any engine. */

const prelude = `
  const textOf = (one) => {
    const copy = one.cloneNode(true);
    for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove();
    return copy.textContent;
  };
  const nameOf = (one) =>
    (one.getAttribute('aria-label') ?? textOf(one.labels?.[0] ?? one)).replace(/\\s+/g, ' ').trim();
  const find = (selector, name) => [...document.querySelectorAll(selector)]
    .find((one) => one.checkVisibility() && ((name ?? undefined) === undefined || nameOf(one) === name));
`;

/** A page of a site in an engine. */
export interface Page {
  open: (address: string) => Promise<void>;
  /** Clicks on what has that name, once it is there. */
  click: (selector: string, name?: string) => Promise<void>;
  /** Types into the textbox of the open dialog. */
  type: (text: string) => Promise<void>;
  /** Waits until what is found there says a text. */
  expect: (selector: string, text: string) => Promise<void>;
  /** Waits until an expression in the page is true. */
  expectTrue: (what: string, expression: string) => Promise<void>;
  read: (expression: string) => Promise<string>;
}

export function usePage(engine: Engine): Page {
  const run = (body: string, ...args: unknown[]) => engine.run(prelude + body, ...args);
  const expectTrue = async (what: string, expression: string) =>
    void (await until(what, async () => (await run(`return Boolean(${expression})`)) === true));
  return {
    open: async (address) => {
      await engine.open('about:blank');
      await engine.open(address);
    },
    click: async (selector, name) =>
      void (await until(
        `click on ${name ?? selector}`,
        async () =>
          (await run('const one = find(args[0], args[1]); one?.click(); return Boolean(one)', selector, name)) === true,
      )),
    type: async (text) =>
      void (await until(
        'a textbox in a dialog',
        async () =>
          (await run(
            `const box = find('dialog[open] :is(textarea, input:not([type=checkbox], [readonly]))');
             if (!box) return false;
             box.value = args[0];
             box.dispatchEvent(new Event('input', { bubbles: true }));
             return true;`,
            text,
          )) === true,
      )),
    expect: async (selector, text) => {
      let said = '';
      await until(`“${text}” at ${selector}`, async () => {
        said = String(
          await run(
            `const one = document.querySelector(args[0]); return [one?.textContent, one?.getAttribute('aria-valuetext'), one?.dataset.status].join(' ')`,
            selector,
          ),
        );
        return said.includes(text);
      }).catch((error: Error) => {
        throw new Error(`${error.message}; it says “${said.slice(0, 200)}”`);
      });
    },
    expectTrue,
    read: async (expression) => String(await run(`return ${expression}`)),
  };
}
