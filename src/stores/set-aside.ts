import { nowMinute } from './clock';
import { readText, writeText } from './storage';
import { prefix } from './storage-keys';
import { tell } from './trouble';

/** A name for a value that is set aside now, which no other value has. */
function freeName(key: string): string {
  const now = nowMinute();
  for (let n = 0; ; n++) {
    const name = `${prefix}aside|${n === 0 ? now : `${now}.${n}`}|${key.slice(prefix.length)}`;
    if (readText(name) === null) return name;
  }
}

/** Copies an unreadable value to another name, and announces that. Returns false if storage has no room for it. */
export function setAside(key: string, text: string): boolean {
  const name = freeName(key);
  if (!writeText(name, text)) return false;
  tell({ kind: 'aside', keys: [name] });
  return true;
}
