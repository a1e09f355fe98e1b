/** A line of a session at a terminal: a command typed after a prompt, or output. */
export type SessionLine = { prompt: string; command: string } | { output: string };

/** Blocks that show a session by their name: there `#` is the prompt of root. */
const sessions = new Set('console shell-session shellsession sh-session session terminal doscon'.split(' '));
/** Blocks of commands, in which `$ ` at the beginning of the first line is a prompt that somebody copied along. */
const shells = new Set(['', 'sh', 'bash', 'shell', 'zsh', 'fish']);
const powerShells = new Set(['powershell', 'ps1', 'pwsh', 'ps']);

/** `$ `, `user@host:~$ `, `[user@host ~]$ `, `(venv) $ `, `% `. */
const dollar = /^\s*(?:\([^)\s]+\) ?)?(?:\[?[\w.-]+@[\w.-]+[^$#%>\n]*)?[$%] /;
const root = /^\s*(?:\[?[\w.-]+@[\w.-]+[^$#%>\n]*)?# /;
const windows = /^(?:PS )?[A-Z]:\\[^>\n]*> ?/;
const powerShell = /^PS(?: [^>\n]*)?> /;
const continued = /^> ?/;

function findPrompt(line: string, language: string): string | undefined {
  const prompts = sessions.has(language) ? [dollar, root, windows, powerShell] : [dollar];
  if (powerShells.has(language)) prompts.splice(0, 1, windows, powerShell);
  for (const prompt of prompts) {
    const [found] = prompt.exec(line) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Tells whether a command goes on in the next line: it ends in a backslash or, in PowerShell, in a backtick. */
const goesOn = (command: string): boolean => /[\\`|]\s*$|&&\s*$/.test(command);

/**
 * Reads a block as a session, if it is one: by its language, or because its first line begins with a prompt. Lines with a prompt
 * were typed; `undefined` if none was.
 */
export function readSession(text: string, language: string): SessionLine[] | undefined {
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const isShell = shells.has(language) || powerShells.has(language);
  if (!sessions.has(language) && !(isShell && findPrompt(first, language) !== undefined)) return undefined;
  if (!lines.some((line) => findPrompt(line, language) !== undefined)) return undefined;
  const read: SessionLine[] = [];
  let isOpen = false;
  for (const line of lines) {
    const prompt = findPrompt(line, language);
    if (prompt === undefined && !isOpen) {
      read.push({ output: line });
      continue;
    }
    const before = prompt ?? continued.exec(line)?.[0] ?? '';
    const command = line.slice(before.length);
    read.push({ prompt: before, command });
    isOpen = goesOn(command);
  }
  return read;
}
