import type { OfflinePlan } from '~/core/offline-plan';

declare const __OFFLINE_PLAN__: OfflinePlan;

/** The list of files that the build found for this site to keep (src/build/output/offline.ts). */
export const plan = __OFFLINE_PLAN__;
