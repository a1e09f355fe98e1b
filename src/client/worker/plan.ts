import type { OfflinePlan } from '~/core/offline-plan';

declare const __OFFLINE_PLAN__: OfflinePlan;

/** What the build found that this site keeps (src/build/output/offline.ts). */
export const plan = __OFFLINE_PLAN__;
