import { foldWord } from './tokens';

/*
 * Words of this field that mean the same: a group a line, its words apart by commas. A site adds groups of its own (`synonyms:` in
 * site.yaml). Several words of one synonym may stand a little apart: "roll the database back".
 */

const field: Record<string, string> = {
  en: `
    rollback, roll back, revert, undo, back out, previous version, old version
    database, db, postgres, postgresql, sql
    certificate, cert, tls, ssl, https
    kubernetes, k8s
    environment variable, env, env var, environment
    configuration, config, settings
    postmortem, post-mortem, review, retrospective, retro, lessons learned
    deploy, release, ship, rollout, roll out, go live, publish
    incident, outage, emergency
    downtime, maintenance, maintenance window, maintenance mode
    site is down, site down, website is down, app is down, application is down, service is down, everything is down, production is down, prod is down, is down, outage, incident, emergency
    down, outage, unavailable, unreachable
    turn on, switch on, enable, activate, put on
    turn off, switch off, disable, deactivate, take off
    watch, monitor, observe, monitoring
    site, website, application, app, service, system
    slow, latency, performance, response time, slowly, degraded
    backup, back up, dump, snapshot
    restore, recover, recovery, bring back, get back
    secret, password, credential, api key, token, key
    rotate, renew, replace
    expired, expire, expiry, renew
    crash, crashed, failing, fails, failed
    error, failure, exception, fault
    alert, alarm, page, notification
    monitoring, metrics, dashboard, observability
    log, logs, logging, journal
    load balancer, lb, proxy, nginx
    server, machine, host, node, vm, instance
    user, customer, client
    notify, inform, tell, announce, communicate
    communication, announcement, message
    status page, statuspage
    firewall, iptables, nftables, ports
    ddos, dos attack, attack, flood
    rate limit, rate limiting, throttle, throttling, too many requests, 429
    ci, pipeline, continuous integration, build pipeline
    repository, repo
    test, tests, testing, check, verify
    smoke test, smoke check, sanity check
    verify, validate, confirm, check
    migration, migrate, schema change
    disk full, disk space, storage, no space left, no space left on device, disk filling up
    memory, ram, oom
    cpu, load, processor
    dns, domain, name server, nameserver
    on call, on-call, oncall, pager
    escalate, escalation, call
    contact, phone number, call, reach
    approve, approval, sign off, sign-off, go no-go, go or no-go
    feature flag, feature toggle, flag
    cdn, cache, edge
    purge, clear, flush, invalidate
    delete, remove, drop, clean up, cleanup, tidy up
    stop, halt, shut down, shutdown, kill, abort, cancel
    restart, reboot, bounce
    scale, resize, capacity, autoscaling
    vulnerability, cve, security hole, exploit
    hacked, breach, compromised, intrusion, break-in, broke in, got in, somebody got in, intruder
    leaked, leak, exposed, seen, stolen, published, secrets in a
    commit, merge
    tag, version, release number
    changelog, release notes, change log
    docs, documentation, guide, manual
    email, e-mail, mail
    login, log in, sign in, authentication, auth
    data loss, lost data, deleted data, data lost, data is lost, damaged data, corrupted, corruption
    replica, standby, secondary, follower
    failover, fail over, switch over, switchover, promote
    point in time, pitr, point-in-time
    drill, rehearsal, practice, exercise
    severity, priority, sev, sev1, sev2, sev3, p1, p2, how bad, level
    root cause, cause, five whys
    schedule, cron, timer
    production, prod
    staging, stg
    administrator, admin, sysadmin
    database administrator, dba
    infrastructure, infra
    performance, perf
    permission, rights, authorization, authz, access control
    pull request, pr, merge request, mr
    primary, master, leader
    two primaries, split brain, split-brain
    personal data, gdpr, privacy, data protection
    canary, canary release, progressive rollout, gradual rollout, staged rollout
    drain, out of rotation
    stuck, hang, hung, frozen, blocked
    provider, vendor, third party, supplier
    runbook, playbook, procedure, checklist
    handover, hand over, handoff, hand off
    ttl, time to live
    slo, sla, service level, service level objective
    load test, performance test, stress test
    hotfix, fix, repair, patch
    log out, logout, sign out, log everybody out, end all sessions
    ssh, shell, bastion, jump host
    wal, write-ahead log
    pod, container
    crashloop, crashloopbackoff, crash loop, crash, does not start, does not come up
    timeout, time out, timed out
    linter, lint
    penetration test, pen test, pentest
    timeline, time line
    peak, spike
    lost, deleted, missing, gone
    certbot, acme, lets encrypt, certificate
    backlog, queue, piling up`,
  de: `
    rollback, zurückrollen, zurücksetzen, rückgängig, zurück, alte version, vorherige version, rücknahme
    datenbank, db, postgres, datenbanken
    zertifikat, cert, tls, ssl, https
    kubernetes, k8s
    umgebungsvariable, env, umgebung
    konfiguration, config, einstellungen
    nachbesprechung, postmortem, rückblick, nachbereitung
    ausrollen, deployment, deploy, veröffentlichen, release, einspielen, auslieferung
    störung, vorfall, ausfall, notfall, incident
    wartung, wartungsfenster, wartungsmodus, wartungsarbeiten
    sicherung, backup, datensicherung, sichern, dump
    wiederherstellen, wiederherstellung, restore, zurückholen, einspielen
    passwort, kennwort, geheimnis, zugangsdaten, schlüssel, token
    erneuern, rotieren, austauschen, wechseln
    abgelaufen, ablauf, läuft ab
    langsam, latenz, antwortzeit, leistung
    fehler, fehlschlag, defekt, panne
    alarm, warnung, benachrichtigung, meldung
    überwachung, monitoring, metriken
    protokoll, log, logs, logging
    lastverteiler, load balancer, proxy
    server, maschine, rechner, host, knoten
    nutzer, benutzer, kunde, anwender
    benachrichtigen, informieren, mitteilen, ankündigen
    firewall, ports
    test, tests, prüfung, prüfen, testen, kontrollieren
    migration, schemaänderung, migrieren
    festplatte voll, speicherplatz, platte voll
    bereitschaft, rufbereitschaft, on-call
    freigabe, abnahme, genehmigung, go
    löschen, entfernen, aufräumen
    stoppen, anhalten, beenden, abschalten, herunterfahren
    neustart, neu starten, neustarten, restart
    handbuch, dokumentation, anleitung
    email, e-mail, mail
    anmelden, login, einloggen, anmeldung`,
};

/** Groups of synonyms, each word in small letters. */
export type Synonyms = readonly (readonly string[])[];

/** Synonyms of each word or phrase, keyed by the words as `trimWords` leaves them. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

/** A folded word without the endings that a question may put to it. */
export const trimEnding = (word: string): string => word.replace(/(?<=.{3})(?:ing|ed|es|s|e)$/u, '');

/** Words as they are compared with synonyms: folded, without endings. */
export const trimWords = (words: string): string =>
  words
    .split(/[\s-]+/)
    .map((word) => trimEnding(foldWord(word)))
    .join(' ');

const readGroups = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((word) => word.trim()));

function makeThesaurus(groups: Synonyms): Thesaurus {
  const all = new Map<string, string[]>();
  for (const group of groups)
    for (const word of group) {
      const key = trimWords(word);
      const known = all.get(key) ?? [];
      all.set(key, [...known, ...group.filter((other) => !known.includes(other) && trimWords(other) !== key)]);
    }
  return all;
}

/** The languages in which this field has words of its own, as the interface has. */
export const fieldLanguages: readonly string[] = Object.keys(field);

const made = new WeakMap<Synonyms, Map<string, Thesaurus>>();

/** Returns the thesaurus of this field in some languages, with the site's own synonyms. It is built once for each list of the site's. */
export function thesaurusFor(languages: readonly string[], own: Synonyms): Thesaurus {
  const known = made.get(own) ?? new Map<string, Thesaurus>();
  made.set(own, known);
  const key = languages.join(' ');
  const thesaurus =
    known.get(key) ??
    makeThesaurus([
      ...own,
      ...languages.flatMap((language) => (field[language] === undefined ? [] : readGroups(field[language]))),
    ]);
  known.set(key, thesaurus);
  return thesaurus;
}
