/*
 * Words of this field that mean the same: a group a line, its words apart by commas. A site adds groups of its own (`synonyms:` in
 * site.yaml). Several words of one synonym may stand a little apart: "roll the database back".
 */

/**
 * Words that mean the same, a group a line; those of other languages come with the sites that have pages in them
 * (src/build/search/field-words.ts).
 */
export const field: Record<string, string> = {
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
    unavailable, unreachable, not reachable
    turn on, switch on, enable, activate, put on
    turn off, switch off, disable, deactivate, take off
    front matter, frontmatter
    watch, monitor, observe, monitoring
    site, website, application, app, service, system
    slow, latency, performance, response time, slowly, degraded, sluggish, laggy, slowness
    backup, back up, dump, snapshot
    restore, recover, recovery, bring back, get back
    secret, password, credential, api key, token, key
    rotate, renew, replace
    expired, expire, expiry, renew
    crash, crashed, failing, fails, failed
    error, failure, exception, fault
    alert, alarm, notification
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
    dns, domain, name server, nameserver
    on call, on-call, oncall, pager
    escalate, escalation
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
    leaked, leak, exposed, stolen, secrets in a
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
    canary, canary release, canary deployment, progressive rollout, gradual rollout, staged rollout
    drain, out of rotation
    stuck, hang, hung, frozen, blocked, stalled, jammed, unresponsive, not responding, does not respond
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
    crashloop, crashloopbackoff, crash loop, crash, keeps crashing, keeps restarting, restart loop, does not start, does not come up
    timeout, time out, timed out
    linter, lint
    penetration test, pen test, pentest
    timeline, time line
    peak, spike
    lost, deleted, missing, gone, vanished, disappeared
    certbot, acme, lets encrypt, certificate
    backlog, queue, piling up`,
};

/** Words of questions, before the sign, and the words that answer them, behind it; they do not hold the other way. */
export const asked: Record<string, string> = {
  en: `
    down > outage, unavailable, unreachable
    outage, unavailable, unreachable > is down
    load > traffic, cpu, server resources
    page, paged, pager > alert, alarm, on call
    escalate, escalation > call
    leaked, leak, exposed > was seen, published, in a repository
    500, 5xx, internal server error > error rate, errors, 5xx
    502, bad gateway > 5xx, errors, upstream
    503, service unavailable > maintenance mode
    504, gateway timeout > timeout, slow
    401, unauthorized, unauthorised > authentication, sign-in
    403, forbidden > authorization, permission
    404, page not found > not found
    out of memory, oom, oomkilled, oom killed, memory leak > memory, ram
    cpu > server resources, load average, processor
    broken, does not work, not working, doesnt work, stopped working, malfunction > is down, fails, failed, failing, breaks, does not come up
    everything is broken, all is broken, nothing works > outage, incident
    bug, defect, issue > known issue, error, fault
    bugs, defects > known issues, errors
    boss, management, manager, executives, ceo, cto, director, leadership > stakeholders
    responsible, in charge, accountable, owner > roles, lead, assigned
    wake, wake up, ring, phone, telephone, dial > call, on call, page, contact
    acknowledge, ack, take the page > acknowledge, confirm
    confirm + page, confirm + alert > acknowledge
    write to, write customers, write users, mail to > tell, message, announcement
    spike, surge, burst, rush, campaign, black friday, more users, more traffic, times + users, times + traffic, expect + users, expect + traffic > peak, capacity, flood, load
    flood of requests, flooded, hammering, hammered, bot traffic, scraping > flood, ddos, rate limit
    blue green, blue-green > progressive rollout, canary, one machine at a time
    rto, recovery time objective > recovery time, how long
    rpo, recovery point objective > data loss, lost data
    code freeze, freeze > stop merging, cut, freeze calendar
    friday, weekend, saturday, sunday, holiday, christmas > freeze calendar, choose the window
    table + change, alter + table, add + column, drop + column, rename + column, change + column, alter + column, add + index > schema change, migration
    lock, deadlock > blocked, waits, lock
    slow + query, slow + database, slow + db > database performance, query
    mute, snooze, suppress, quiet, shut up, beeping, screaming, stop + page, pause + alert, disable + alert, stop + alert, stop + pager, turn off + alert > silence
    shift, rota, roster, duty > on call, on-call schedule
    noisy, false alarm, alert fatigue, flapping, too many alerts, alert + nothing > threshold
    request id, correlation id, trace id, tracing, error id, reference number, id + error, user + id > request in the logs, one request, request id
    verbose, debug > log level
    undelete, get back, put back, bring back, bring it back > restore, recover, roll back
    go back, going back, went back, pull + release, yank > roll back, put the old code back
    revert or, back or, roll back or, forward or, or hotfix, or fix > decide, roll back, repair
    deleted + row, deleted + table, deleted + data, dropped + table, truncated + table, lost + row, lost + data, missing + row, missing + data, wrong + data > data is lost, lost data, data loss
    spin up, bring up, stand up, provision, launch > set up, create, build
    kick off, fire up, trigger > start, run
    install, installation > set up
    library, package, npm > dependency, dependencies
    dependency, dependencies > package, library
    job, task > queue, worker
    consumer, consumers > worker
    dead letter, poison message, poison job, stuck job, bad job > set one job aside, set aside, queue
    liveness, readiness, probe, healthcheck, health check, heartbeat > health, alive, ready
    uptime > availability, service level
    error budget, burn rate > slo, service level
    incident commander, incident lead, incident manager > lead, commander
    upstream, openai, llm, model, ai, chatgpt, gpt, claude, anthropic, gemini, mistral, azure, aws, bedrock, stripe > provider, third party
    helm, kubectl, kubelet, kustomize, namespace, eks, gke, aks > kubernetes
    access, who has access > authorization, permission, rights, sign-in
    green > passes, pass, ok
    percent of users, percent of traffic > progressive rollout, share
    in advance, ahead, beforehand > before
    lag, lagging, replication lag, replica lag > behind, standby
    import, migrate from, move from, copy from > bring in, paste
    test + restore, restore + test, practise + restore, practice + restore > restore drill, drill
    test + backup, check + backup, verify + backup, backup + works, backup + good, backup + valid > verify the backup, restore drill, backup verification
    extend + disk, enlarge + disk, grow + disk, resize + disk, bigger + disk, more space > larger disk, disk full
    free + space, free up space, disk + space, out of space, out of disk > disk full, free space
    delete + log, old + log, clean + log, rotate + log > logs, journal, disk full
    allowlist, whitelist, blocklist, blacklist, deny list, ban, block an ip > firewall, block, limit
    port + closed, port + blocked, port + open > firewall, ports
    propagation, propagate, resolve, resolving, nslookup, dig, nxdomain > dns records, ttl, dns
    domain + expired, domain + move, move + domain > dns
    jwt, signing key, cookie secret, session key > session secret
    revoke, invalidate, reissue, roll + key, change + password, new + password, reset + password > rotate, replace
    root, sudo > rights, permission
    vpn, tunnel, jump > bastion, ssh
    stop + deploy, abort + deploy, cancel + deploy, stop + release, stop + rollout > roll back, undo, stop
    undo + migration, revert + migration, down migration > roll back the database
    half + deployed, halfway, stuck + deploy, deploy + fails, deployment + failed > does not come up, roll back
    does not start, will not start, wont start, not starting, fails to start, does not boot, not come up > does not come up, does not start
    check + deploy, verify + deploy, check + release, release + ok, deploy + ok, deploy + worked > verify the deployment, smoke tests
    which version, version + running, running + version, see + version, live + version, still + old, see + old, outdated, mixed versions, different versions, two versions > version everywhere, version runs, same version
    keep users online, without downtime, zero downtime, zero-downtime, no downtime > one machine at a time, keeps users online
    maintenance page, back soon, sorry page, down page, closed page, be right back, take down, take offline, bring down > maintenance mode
    reopen, open again, let + back in > back to users, switch it off
    status + update, customer + message, status + write, status + put, status + post, status + text, status + say > status page, message, communication
    agenda > meeting
    blame, blameless > review, causes
    sla breach, slo breach > error budget, burns
    saturation, throughput, rps, qps > performance, capacity, load
    p95, p99, percentile > slow, performance, response time
    apdex, availability > slo, service level
    grafana, prometheus, datadog, kibana, loki, splunk, sentry > monitoring, logs
    pagerduty, opsgenie, alertmanager > alerts, on call
    github, gitlab, bitbucket > repository, pipeline
    take over, taking over, relieve, relief > hand over
    run out, runs out, running out, ran out > expire, expires, full
    disk + percent, disk + 100, disk + limit > disk full
    a record, aaaa record, cname, mx record, txt record > dns records
    text, wording, phrasing > message, template
    box > server, machine
    strange + account, unknown + account, strange + process, unknown + process, unknown + user, unknown + login, unknown + key > signs of a break-in, got in, break-in
    locked out, lock out > shell, sign-in, rights
    auto renew, auto-renew, auto renewal, renew + automatically > renew
    jira, ticket, tickets > tickets, issues
    slack, teams, chat channel, channel > message, channel
    docker, podman, container image > container, image
    ansible, puppet, chef, systemd, unit file > servers, set up, service
    haproxy, traefik, envoy, ingress > load balancer, nginx
    redis, memcached, caching > cache
    kafka, rabbitmq, sqs, celery, sidekiq > queue, worker
    mysql, mariadb, psql, pg > database, postgresql
    cloudflare, fastly, akamai, cloudfront > cdn
    waf > ddos, limit
    vault, secrets manager, keychain > secrets
    sso, oauth, oidc, saml, 2fa, mfa > sign-in, authentication
    rbac, acl > authorization
    selenium, playwright, cypress > end-to-end tests
    jest, pytest, junit > unit tests
    regression, regressions > bug, tests
    qa > tests, checks
    staging, pre-production, preprod > staging, environment
    rollforward, roll forward, fix forward > repair, new version
    cold start, warm up, warmup > start
    thread dump, heap dump, profiler > performance, memory
    bandwidth, network > traffic, firewall
    intrusion detection, suspicious, unauthorised access, unauthorized access > break-in, got in
    left + company, leaves + company, employee + left, colleague + left, employee + fired, colleague + fired, was fired, got fired, offboarding, leaver, resigned, ex-employee > leaves, rotate, passwords, keys, replace
    fault > error, cause
    hacker, attacker, malware, ransomware, virus > break-in, attack
    other people, other user, other customer, another customer, wrong user, wrong customer, someone else > another user, somebody else
    breach notification, data breach, data + out, data + leak, data + stolen, data + exposed, data + public > personal data, told by law
    kick out, throw out, logged out, log everyone out, sign everybody out > end all sessions, session, signs everybody out
    brute force, credential stuffing, try + passwords, guess + passwords > rate limit, sign-in
    security warning, browser warning, not secure, not private, insecure, untrusted, padlock > certificate
    percent, percentage, half, portion, fraction > percent, share, step by step
    config + value, configuration + value, missing + variable > environment variable, configuration
    artifact, artefact, image, bundle, tarball > build, package
    sre, ops > on call, engineer
    go-ahead, green light, permission to deploy > go, approval
    minute before, just before, before that, moment before > point in time
    autoscale, autoscaling, hpa, more servers, more machines, more capacity > scale up, capacity
    dead, died, dies, dying, gone, crashed, offline > dead, dies, is down
    no answer, no reply, nobody + answer, nobody + reply, never + answer, never + reply, not + answer, not + reply, doesnt + answer, doesnt + reply, arent + answer, isnt + answer, isnt + reply > wait for answers, messages wait, does not answer
    queue + grow, queue + long, queue + fill, pile up, build up, backed up, nothing + processed, not + processed, jobs + wait > messages wait, backlog
    eat + disk, eat + space, eat + memory, eating, fill up, out of room > fills, full
    us or them, them or us, our fault, our side, our end > is it them, by our own figures
    takes forever, takes ages, takes too long, taking long > slow, longer
    serious, bad enough, worth waking > how bad, level
    too many clients, connection slots, out of connections, connection pool, pool exhausted, pool full > database connections, connections
    take + writes, both + writes, both + primary, both + master, two masters > accept writes, two primaries
    new standby, new replica, no replica, no standby, without a replica, replica + broken > build a standby
    what changed, who changed, last change, recent changes > look for the change, new since
    all clear, resolved, close + incident, is it over > end it, users are fine
    exhausted, been at it, need sleep, too tired > hand over
    testers, tester, myself + page, ourselves, only us, only me > let the team in
    what is this, what it is, this thing, what does it do > overview, what it is, on one page
    up to date, in sync, out of sync > behind, follows
    feature request, suggestion, wish, complaint > feedback
    flaky, intermittent, sporadic > fails, second time
    os update, security update, kernel > patching, upgrade
    not null, constraint > make it required, schema change
    read only, read-only, cannot write > accept writes, primary
    handshake, self signed, wrong certificate > certificate, validate
    inode, inodes > disk full, disk space
    vacation, sick, absent > away, step in
    phone list, contact list, phone numbers > contacts, contact information
    logo, branding > your look
    from scratch > set up, build
    skip + job, skip + message, skip it, put aside > set aside
    postpone, call off, hold off > no-go, another day
    incident report, outage report, write-up, rca > review
    hole, zero day, supply chain, npm audit > vulnerability, scan, dependency
    right to be forgotten, erase, delete + account > delete everything, delete, personal data
    few + users, some + users, beta, pilot, small group > share, progressive rollout
    disaster recovery, dr > recovery plan, restore
    ha, high availability > failover, standby
    wiki, confluence, notion, word document, spreadsheet > bring in, paste, markdown
    tick, tick off, check off, checkbox > mark, item
    creds, pw, pwd, passphrase > credentials, password, secret
    conf, cfg, params > configuration
    perms > permission, rights
    deps > dependencies
    conns > connections
    msg, msgs > messages
    reqs > requests
    vuln, vulns > vulnerability
    svc > service
    login + problem, login + fail, cannot log in, cant log in, cannot login, cant login, unable to log in > sign-in, authentication
    cannot reach, not reachable, cannot connect, connection refused, refused > firewall, ports, unreachable
    permission denied, access denied > authorization, permission
    legal, law, lawyer, regulator, authority > personal data, by law
    apology, apologise, apologize > message, communication
    newcomer, new colleague, onboarding, new hire > overview, the setup
    diagram, architecture > overview, the setup
    cost, bill, invoice, expensive > spending, capacity, remove what was temporary
    offsite, off-site > backup, other place
    robot, automation, automatically > ci, job
    downgrade > roll back
    dark launch, ab test, a/b test > progressive rollout, feature flag`,
  de: `
    geht nicht, funktioniert nicht, läuft nicht > fehler, ausfall, störung
    chef, leitung > beteiligte, stakeholder
    voll > festplatte voll, speicherplatz`,
};
