import { chosenHere, type Preferences } from './preferences';
import { preferenceKey } from './storage-keys';
import { writeQuietly } from './write-quietly';

/** Keeps a preference, and sets it on the root element, where styles read `data-filter`, `data-mine` and `data-theme`. */
export function setPreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  chosenHere.set(name, value);
  if (name === 'filter' || name === 'theme' || name === 'mine') {
    const { dataset } = document.documentElement;
    // A withdrawn choice leaves nothing behind: styles ask whether there is one.
    if (value === '') delete dataset[name];
    else dataset[name] = value;
  }
  // Where storage refuses, it holds until the page is left.
  writeQuietly('localStorage', preferenceKey(name), value);
}
