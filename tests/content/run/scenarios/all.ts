import type { Scenario } from '../steps.ts';
import { alertCertificate, alertDiskFull, alertProviderDown, alertQueueBacklog } from './alerts.ts';
import { backups } from './backups.ts';
import { deploying } from './deploying.ts';
import { environmentAndSecrets } from './environment-and-secrets.ts';
import { failover } from './failover.ts';
import { firewall } from './firewall.ts';
import { first48Hours } from './first-48-hours.ts';
import { logging } from './logging.ts';
import { maintenanceMode } from './maintenance-mode.ts';
import { migrations } from './migrations.ts';
import { monitoring, slos } from './monitoring.ts';
import { progressiveRollout } from './progressive-rollout.ts';
import { rateLimits } from './rate-limits.ts';
import {
  cleaningUp,
  cuttingTheRelease,
  documentationSet,
  incidentResponse,
  planningTheDeployment,
  preReleaseChecks,
  securityChecks,
} from './releases.ts';
import { restoring } from './restoring.ts';
import { rollingBack } from './rolling-back.ts';
import { rotatingSecrets } from './rotating-secrets.ts';
import { servers } from './servers.ts';
import { smokeTests } from './smoke-tests.ts';
import { theSetup } from './the-setup.ts';
import { tlsAndDns } from './tls-and-dns.ts';
import { verifying } from './verifying.ts';

/** All scenarios, in the order in which they are run; each leaves the machines as it found them. */
export const scenarios: readonly Scenario[] = [
  theSetup,
  migrations,
  environmentAndSecrets,
  deploying,
  smokeTests,
  verifying,
  maintenanceMode,
  rollingBack,
  backups,
  restoring,
  logging,
  tlsAndDns,
  servers,
  firewall,
  rateLimits,
  first48Hours,
  progressiveRollout,
  rotatingSecrets,
  alertDiskFull,
  alertQueueBacklog,
  alertCertificate,
  alertProviderDown,
  cuttingTheRelease,
  preReleaseChecks,
  securityChecks,
  cleaningUp,
  documentationSet,
  incidentResponse,
  planningTheDeployment,
  monitoring,
  slos,
  failover,
];
