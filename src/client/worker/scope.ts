/** What happens in the life of a worker, and takes until `work` is done. */
export interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

/** What this site's worker needs of its global scope: TypeScript has its types only where it has none of a page's. */
interface WorkerScope {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: 'install' | 'activate', hear: (event: LifeEvent) => void) => void) &
    ((type: 'message', hear: (event: MessageEvent<unknown>) => void) => void);
}

export const scope = self as unknown as WorkerScope;
