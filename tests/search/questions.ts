/*
 * Questions as people ask them when something is wrong, and the places that answer them: a page, or one place of it. A question is
 * answered where one of its places is among the first three results.
 */

export interface Question {
  ask: string;
  /** Page ids, with an anchor where only one place of the page will do. */
  at: readonly string[];
}

/** Reads questions and their places, a question a line. */
export const readQuestions = (text: string): Question[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [ask = '', at = ''] = line.split(' => ');
      return { ask: ask.trim(), at: at.trim().split(' ').map(pageOf) };
    });

/** Asked of the site as it comes. `mvp`, `incident`, `drill` and `failover-at-night` are the runbooks; other names are guides. */
export const guideQuestions: readonly Question[] = readQuestions(`
how do I roll back the database => rolling-back#roll-back-the-database-if-you-must mvp#rollback-steps mvp#roll-the-database-back-to-its-pre-deployment-state-if-1r1ajv2
how do I undo the release => rolling-back incident#roll-the-release-back-every-machine-runs-the-old-version-if-1wafkv6
we need to go back to the old version right now => rolling-back mvp#restore-the-previous-version-of-the-application-code incident#roll-the-release-back-every-machine-runs-the-old-version-if-1wafkv6
when should we roll back => rolling-back#decide rolling-back mvp#rollback-triggers planning-the-deployment#review-the-rollback
rollback triggers => mvp#rollback-triggers
the site is down what do I do => incident incident-response maintenance-mode
who do I call at night => monitoring-and-alerts#on-call incident#wake-whom-the-level-asks-for-if-necessary mvp#establish-the-on-call-schedule
disk is full => alert-disk-full incident#check-the-disks-none-is-full-and-none-will-be-tonight monitoring-and-alerts servers-and-cdn
certificate expired => alert-certificate tls-and-dns incident#check-the-certificate-certificate-will-not-expire
how to renew the tls cert => tls-and-dns
how do I restore a backup => restoring-a-database drill
restore db to yesterday 3pm => restoring-a-database#recover-to-a-point-in-time drill mvp#confirm-point-in-time-recovery-it-stops-at-the-minute
point in time recovery => restoring-a-database#recover-to-a-point-in-time drill#recover-to-a-point-in-time mvp#confirm-point-in-time-recovery-it-stops-at-the-minute backups
take a backup before deploying => backups#take-one-now mvp#take-a-database-backup-now-and-note-its-name
how do I know the backup works => backups drill mvp#establish-the-backup-verification-process
is my dump complete or cut off => backups drill#read-the-backup-to-its-end-complete
somebody hacked us => incident#if-somebody-got-in incident#signs-of-a-break-in incident-response#if-somebody-got-in
api key leaked what now => environment-and-secrets#replace-a-key incident#a-secret-is-in-a-log-on-a-page-or-in-a-repository incident#replace-every-key-that-it-could-read-the-dearest-first mvp#secure-the-api-keys-and-credentials
how to rotate a secret => rotating-secrets environment-and-secrets#replace-a-key environment-and-secrets
where do secrets go => environment-and-secrets mvp#configure-secrets-management
turn on maintenance mode => maintenance-mode#switch-it-on mvp#enable-maintenance-mode-if-applicable
how do I switch the maintenance page off => maintenance-mode#switch-it-off mvp#disable-maintenance-mode-if-applicable
let testers in during maintenance => maintenance-mode#let-the-team-in
deploy one server at a time => deploying#switch-one-machine-at-a-time
new version does not start => deploying#if-the-first-machine-does-not-come-up deploying verifying-a-deployment
how to check that all servers run the new version => verifying-a-deployment#the-new-version-everywhere mvp#verify-the-deployment-every-instance-runs-the-new-version
smoke tests fail => smoke-tests
smoke test failed after deploy => smoke-tests
run database migrations => migrations#run-the-migrations mvp#run-the-database-migrations
migration locks the table => migrations
add a column without downtime => migrations
create index concurrently => migrations#indexes
backfill data in batches => migrations#move-the-data-in-batches
we are being ddosed => rate-limits-and-ddos mvp#configure-ddos-protection
too many requests from one ip => rate-limits-and-ddos
429 => mvp#configure-rate-limiting-over-the-limit-429 rate-limits-and-ddos
rate limiting => mvp#configure-rate-limiting-over-the-limit-429 rate-limits-and-ddos
rate limt => mvp#configure-rate-limiting-over-the-limit-429 rate-limits-and-ddos
firewall blocks my connection => firewall-rules
which ports must be open => firewall-rules
dns ttl before the move => tls-and-dns#lower-the-ttl-first
change dns records => tls-and-dns#dns-records mvp#configure-the-dns-records
how do I find one request in the logs => logging#find-one-request
log level production => logging#levels-for-production mvp#set-the-log-levels-for-production-no-debug
no passwords in logs => logging incident#a-secret-is-in-a-log-on-a-page-or-in-a-repository
error rate went up => first-48-hours#error-rates mvp#monitor-error-rates
what to watch after the release => first-48-hours mvp#monitoring-after-the-release
site is slow since the release => first-48-hours verifying-a-deployment#performance mvp#performance-is-unacceptably-degraded
too many database connections => verifying-a-deployment#database-connections mvp#verify-the-database-connections-below-80-of-the-limit incident#check-the-database-connections-below-80-nobody-waits
alert thresholds => monitoring-and-alerts#thresholds mvp#define-the-alert-thresholds
silence alerts during the window => monitoring-and-alerts#during-a-window
who is on call => monitoring-and-alerts#on-call mvp#establish-the-on-call-schedule
how bad is the incident => incident-response#how-bad-is-it incident#who-and-how-bad
severity levels => incident-response#how-bad-is-it
hand over the incident => incident-response#hand-over incident#hand-over-after-4-hours-you-lead-i-lead-if-necessary
postmortem => incident-response#the-review cleaning-up#lessons-learned incident#review mvp#add-the-lessons-learned-to-the-deployment-documentation
lessons learned => cleaning-up#lessons-learned mvp#add-the-lessons-learned-to-the-deployment-documentation
what do I tell users during an outage => communication alert-provider-down#tell-users
tell stakeholders => communication mvp#tell-stakeholders-the-deployment-window mvp#tell-stakeholders-that-the-deployment-succeeded mvp#tell-stakeholders-about-the-rollback
write the release notes => documentation-set#release-notes mvp#prepare-the-release-notes
update the changelog => cutting-the-release#update-the-changelog mvp#update-changelog-md-with-every-change
CHANGELOG.md => mvp#update-changelog-md-with-every-change cutting-the-release#update-the-changelog
tag the version in git => cutting-the-release#tag-the-version mvp#tag-the-version-in-git-v1-0-0
v1.0.0 => mvp#tag-the-version-in-git-v1-0-0 cutting-the-release
ci is red => cutting-the-release#wait-for-the-pipeline mvp#check-the-ci-cd-pipeline-all-tests-pass
CI/CD => mvp#check-the-ci-cd-pipeline-all-tests-pass
found a bug after tagging => cutting-the-release#when-something-is-found-after-the-tag
best time to deploy => planning-the-deployment#choose-the-window planning-the-deployment
who decides go or no-go => planning-the-deployment#ask-for-the-go planning-the-deployment writing-a-runbook#a-point-to-decide
assign roles => planning-the-deployment#assign-the-roles mvp#assign-the-deployment-team-s-roles-and-responsibilities
penetration test => security-checks#penetration-test mvp#complete-the-penetration-test-if-applicable
vulnerability scan => security-checks#scan security-checks#assess mvp#complete-the-security-scan-nothing-high-or-critical mvp#complete-the-vulnerability-assessment
encryption at rest => security-checks#encryption mvp#verify-data-encryption-in-transit-and-at-rest
401 => mvp#verify-authentication-no-valid-token-401 security-checks#authentication incident#end-all-sessions-an-old-token-gets-401
503 => incident#enable-maintenance-mode-503-if-necessary maintenance-mode
load balancer health check => servers-and-cdn#load-balancer mvp#configure-the-load-balancers
purge cdn cache => servers-and-cdn#cdn mvp#configure-the-cdn-if-applicable
env variables => environment-and-secrets#define-the-variables mvp#define-the-production-environment-variables
db connection string => environment-and-secrets#database-connection-strings mvp#secure-the-database-connection-strings
rows are missing => incident#rows-are-missing-or-doubled drill#rows-are-missing-or-the-records-are-wrong incident#copy-the-missing-rows-back-as-many-as-were-lost
we lost data => incident#if-data-is-lost-or-wrong communication#if-personal-data-was-seen-or-lost restoring-a-database incident#data-integrity-is-in-doubt
personal data was exposed => communication#if-personal-data-was-seen-or-lost
known issues => support-readiness#known-issues mvp#document-the-known-issues
train the support team => support-readiness#train-the-team mvp#train-the-support-team-on-the-new-features
escalation path => support-readiness#escalation mvp#establish-the-escalation-paths
delete temporary servers => cleaning-up#remove-what-was-temporary mvp#remove-the-temporary-deployment-resources
archive deployment logs => cleaning-up#archive-the-logs mvp#archive-the-deployment-logs
pg_dump => backups#take-one-now restoring-a-database backups
pg_restore --list => backups#take-one-now backups
pg_is_in_recovery => drill#end-the-recovery-pg-is-in-recovery-says-f restoring-a-database
archive_command => backups
how do I write a checklist => writing-a-runbook
front matter => writing-a-runbook#the-front-matter
scale up again => mvp#scale-the-services-up-again deploying#scale-up rolling-back#back-to-users mvp#scale-the-services-up-to-production-levels
rolback => rolling-back mvp#rollback-plan mvp#rollback-steps mvp#rollback-triggers
certifcate install => tls-and-dns#install-the-certificate mvp#install-and-validate-the-tls-ssl-certificates
e2e tests => pre-release-checks#end-to-end-tests mvp#run-the-end-to-end-e2e-tests-all-pass
unit tests failing => pre-release-checks#unit-tests mvp#run-the-unit-tests-all-pass
break-in => incident#if-somebody-got-in incident#break-in-steps incident#signs-of-a-break-in
how do I end the incident => incident-response#end-it incident#end-it
how do I turn maintenance mode off => maintenance-mode#switch-it-off mvp#disable-maintenance-mode-if-applicable incident#disable-maintenance-mode-200-if-applicable
how was the last release rolled back => rolling-back incident#roll-the-release-back-every-machine-runs-the-old-version-if-1wafkv6 deploying-on-kubernetes#roll-back
how do i undo the deploy we did an hour ago => rolling-back incident#roll-the-release-back-every-machine-runs-the-old-version-if-1wafkv6 deploying-on-kubernetes
no space left on device => alert-disk-full incident#check-the-disks-none-is-full-and-none-will-be-tonight
pods crashlooping after deploy => deploying-on-kubernetes
kubectl rollout undo => deploying-on-kubernetes#roll-back deploying-on-kubernetes
planned switchover of the database => failover#switch-over-on-purpose failover
split brain => failover failover-at-night#if-both-accept-writes failover-at-night#signs-of-two-primaries
canary release 10 percent => progressive-rollout
log everybody out => rotating-secrets#the-session-secret incident#end-all-sessions-an-old-token-gets-401
sev1 or sev2 => incident-response#how-bad-is-it incident#who-and-how-bad
pen test => security-checks#penetration-test mvp#complete-the-penetration-test-if-applicable
authorisation checks => security-checks#authorization mvp#verify-the-authorization-controls-for-somebody-else-s-data
prioritise feedback => support-readiness#decide-what-comes-first mvp#establish-the-process-for-prioritizing-feedback
blameless retro template => incident-review incident-response#the-review
tidy up after the release => cleaning-up mvp#cleanup
rollbck the relase => rolling-back mvp#rollback-plan mvp#rollback-steps mvp#rollback-triggers
restor databse from bakup => restoring-a-database drill backups
wie mache ich das release rückgängig => rolling-back incident#roll-the-release-back-every-machine-runs-the-old-version-if-1wafkv6 deploying-on-kubernetes#roll-back
datenbank wiederherstellen => restoring-a-database drill
zertifikat abgelaufen => alert-certificate tls-and-dns
platte voll => alert-disk-full incident#check-the-disks-none-is-full-and-none-will-be-tonight
wen rufe ich an => monitoring-and-alerts#on-call mvp#a-contact-information mvp#establish-the-on-call-schedule
wartungsmodus ausschalten => maintenance-mode#switch-it-off mvp#disable-maintenance-mode-if-applicable incident#disable-maintenance-mode-200-if-applicable
rollback database => rolling-back#roll-back-the-database-if-you-must mvp#roll-the-database-back-to-its-pre-deployment-state-if-1r1ajv2
wie schalte ich den wartungsmodus aus => maintenance-mode#switch-it-off mvp#disable-maintenance-mode-if-applicable incident#disable-maintenance-mode-200-if-applicable
wie stelle ich die datenbank wieder her => restoring-a-database drill
datenbankkennwort ändern => rotating-secrets#the-database-password
firewall hat mich ausgesperrt => firewall-rules
nutzer bekommen keine antwort => alert-queue-backlog alert-provider-down smoke-tests#when-one-fails
502 => servers-and-cdn#load-balancer smoke-tests#when-one-fails
feature flag off => incident#switch-the-feature-off-if-applicable incident-response#stop-the-harm writing-a-runbook#if-the-flag-does-not-work
`);

function pageOf(place: string): string {
  const [page = '', anchor] = place.split('#');
  const runbooks: Record<string, string> = {
    mvp: 'runbooks/mvp-release',
    incident: 'runbooks/incident',
    drill: 'runbooks/restore-drill',
    'failover-at-night': 'runbooks/failover',
  };
  return `${runbooks[page] ?? `guides/${page}`}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** An id without the hashes in it, which change with the signs of its text and where a long text is cut. */
const bare = (place: string): string => place.replace(/_[a-z\d]+/g, '').replace(/-(?=[a-z\d]*\d)[a-z\d]{6,8}$/, '');

/** Tells whether a place, as page and anchor, is one of those that answer: a page without an anchor stands for all its places. */
export const answers = (at: readonly string[], place: string): boolean =>
  at.some((one) => (one.includes('#') ? bare(place) === bare(one) : place.startsWith(`${one}#`)));
