/** A localStorage that lists its keys as a browser's does; `limit`: characters, beyond which it refuses as a full one does. */
export function makeStorage(limit = () => Infinity): Storage {
  const size = (storage: object) =>
    Object.entries(storage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      if (size(this) + key.length + value.length > limit()) throw new DOMException('full', 'QuotaExceededError');
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}
