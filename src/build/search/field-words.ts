import { readGroups } from '~/core/search/read-groups';

/*
 * Words of this field that mean the same, in languages other than English: a group a line, its words apart by commas. They go with the
 * synonyms of a site that has pages in that language, and with no other; those in English are in every search (src/core/search/field-words.ts).
 */

const field: Readonly<Record<string, string>> = {
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

/** The groups of words that mean the same, in some languages. */
export const fieldWords = (languages: readonly string[]): string[][] =>
  languages.flatMap((language) => (field[language] === undefined ? [] : readGroups(field[language])));
