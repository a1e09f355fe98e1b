/*
 * Words of this field in one language, and those that mean the same in another: for a question in a language that no page of the site is
 * in. A line a meaning, German before the bar, English after it. They are a file beside the index (write-index.ts), which is fetched for
 * such questions alone.
 */

export const foreignWords = `zurückrollen, zurücksetzen, rückgängig, rückgängig machen, zurück, rücknahme | roll back, rollback, undo
datenbank | database
zertifikat | certificate
abgelaufen, ablauf, läuft ab | expired, expire, expires
umgebung, umgebungsvariable | environment, environment variables
konfiguration, einstellungen | configuration, settings
nachbesprechung, nachbereitung, rückblick | review, lessons learned
ausrollen, einspielen, veröffentlichen, auslieferung | deploy, deployment, release
alte version, vorherige version | previous version, old version
störung, vorfall, ausfall, notfall | incident, outage
wartung, wartungsmodus, wartungsseite, wartungsfenster | maintenance, maintenance mode
ankündigen | announce, tell
sicherung, datensicherung, sichern | backup
wiederherstellen, wiederherstellung, zurückholen | restore, recovery
passwort, kennwort | password
geheimnis, zugangsdaten, schlüssel | secret, key
erneuern, austauschen, wechseln, rotieren | renew, replace, rotate
langsam | slow
antwortzeit | response time
fehler | error
fehlschlag, fehlgeschlagen | fails, failed
fehlerrate | error rate
warnung, meldung | alert
überwachung | monitoring
protokoll, protokolle | log, logs
lastverteiler | load balancer
maschine, rechner, knoten | machine, server
nutzer, benutzer, kunde, kunden, anwender | user, customer
benachrichtigen, informieren, mitteilen | tell, inform
prüfung, prüfen, testen, kontrollieren | check, test, verify
schemaänderung, migrieren | migration
festplatte, platte | disk
festplatte voll, platte voll, speicherplatz | disk full, disk space
bereitschaft, rufbereitschaft, bereitschaftsdienst | on call
anrufen, rufe, rufen, anruf, telefonnummer, ansprechpartner, erreichen | call, contact, telephone
freigabe, abnahme, genehmigung | approval, go
löschen, entfernen, aufräumen | delete, remove, clean up
stoppen, anhalten, beenden | stop, shut down
einschalten, aktivieren, anschalten | switch on, enable
ausschalten, abschalten, deaktivieren | switch off, disable
neustart, neu starten, neustarten | restart
handbuch, dokumentation, anleitung | documentation, guide
anmelden, anmeldung, einloggen | sign-in, login
abmelden | sign out, log out
hochskalieren | scale up
herunterskalieren | scale down
verschlüsselung | encryption
datenverlust | lost data, data loss
daten | data
angriff | attack
einbruch, gehackt, eingebrochen | break-in, got in, hacked
übergabe, übergeben | hand over
rollen, zuständigkeiten | roles
warteschlange | queue
anbieter, dienstleister | provider
rechte, berechtigung | authorization, rights
änderungsprotokoll | changelog
netzwerk | network
freischalten | open, allow
nachricht, text, mitteilung, meldungstext | message, announcement
statusseite | status page
umschalten, schwenk, schwenken, umschaltung | switch over, failover, promote
zweitserver, ersatz, replika, replikat, bereitschaftsserver | standby, replica
hauptserver, primär | primary
kaputt, geht nicht, funktioniert nicht, läuft nicht, tut nicht | is down, fails, failed
hängt, hängen, blockiert, festgefahren | hangs, blocked, stuck
tot, gestorben, stirbt, abgestürzt, absturz | dead, dies, crash
startet nicht, fährt nicht hoch, kommt nicht hoch | does not come up
voll, läuft voll, vollgelaufen | full, filling up
träge, lahm | slow
antwortet nicht, keine antwort, keine antworten | does not answer, wait for answers
rückstau, stau | backlog, queue
last, überlastung, überlastet, ansturm | load, traffic, peak
anfragen, zugriffe | requests
sperren, blockieren, aussperren | block, limit
ausgesperrt | shell, sign-in
wecken, aufwecken, geweckt | wake, call
ablösung, ablösen, schichtwechsel | hand over
vorlage, muster | template
ursache | cause
schlimm, schweregrad, dringlichkeit | how bad, level
durchgesickert, geleakt, gelandet, veröffentlicht | was seen, leak, published
zeitfenster, fenster, termin | window
ausfallzeit, ohne ausfall, unterbrechungsfrei | downtime, keeps users online
tabelle, spalte | table, column
verbindung, verbindungen | connections
grenzwert, schwellwert, schwelle, schwellenwert | threshold, limit
stummschalten, stumm, ruhe | silence
schrittweise, stufenweise, teilweise | progressive rollout, share
lasttest | load test
schwachstelle, sicherheitslücke, lücke | vulnerability
personenbezogen, datenschutz, dsgvo | personal data
entscheiden, entscheidung, entscheidet | decide
aufgabe, auftrag, aufträge | job
fehlende, fehlt, verschwunden, gelöscht, weg | lost, missing, deleted
zeitpunkt | point in time
rückmeldung, rückmeldungen | feedback
schulen, schulung | train
zugriff, zugang, zugriffsrechte | access, authorization
anbindung, schnittstelle | api
aufbauen, bauen, einrichten, aufsetzen | build, set up
zweite, zweiten, zweiter | second
verzeichnis, ordner | folder, directory
befehl, kommando | command
adresse | address
dienst | service
seite, webseite, anwendung | site, application
welche version | which version, version everywhere
ändern, änderung, umstellen | change, replace
stufe, stufen | level
ausfüllen | fill in
einladen | invite
herunterfahren, runterfahren, hochfahren | shut down, start
ziehen, umziehen, umzug | move`;
