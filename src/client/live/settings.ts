/** The broker of this site's rooms, and the days for which it keeps messages. Filled in by the build where `site.yaml` has `live`. */
export const broker: string = import.meta.env.LIVE_BROKER ?? '';
export const keepDays: number = import.meta.env.LIVE_KEEP ?? 14;

/** The broker's host, as it is told to people before anything is connected. */
export const brokerHost = (): string => new URL(broker).host;

/** Tells whether this page may encrypt: browsers let only pages do so that came by https, or from this machine. */
export const canEncrypt = (): boolean => isSecureContext;
