import { prefix } from '~/stores/storage-keys';

/**
 * The name in sessionStorage of a change that was made before the scripts came: it names box or field by what they are about, so that they
 * are found again on the same page, or on one that was built meanwhile. Under it stands "true" or "false", a blank, and the text.
 */
export function earlyKey(input: HTMLInputElement): string {
  const place = input.closest<HTMLElement>('[data-item],[data-field]');
  return `${prefix}early|${[location.pathname, place?.id, place?.dataset.field, input.getAttribute('value')]}`;
}
