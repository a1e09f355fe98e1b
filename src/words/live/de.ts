import type { LiveWords } from './en';

/** The words of live rooms, in German. */
export const liveDe: LiveWords = {
  share: {
    title: 'Live-Raum',
    what: 'Der Link oben ist der Durchlauf, wie er eben war. In einem Live-Raum sehen alle jeden Haken sofort.',
    goLive: 'Live gehen',
    connects:
      'Dabei verbindet sich dieser Browser mit {host}. Dort wird weitergereicht, was dort niemand lesen kann; sichtbar sind Adressen, Zeiten und wie viele ihr seid.',
    link: 'Link zum Raum',
    copy: 'Link zum Raum kopieren',
    copied: 'Link zum Raum kopiert.',
    secret:
      'Wer diesen Link hat, kann mitlesen und mitschreiben, unter jedem Namen. Niemand lässt sich hinausschicken: Dafür gibt es einen neuen Raum.',
    qr: 'QR-Code des Links zum Raum',
    watch: 'Ansicht für den großen Bildschirm öffnen',
    leave: 'Raum verlassen',
    left: 'Du hast den Raum verlassen. Der Durchlauf bleibt in diesem Browser.',
    people: 'Im Raum',
    you: '{name} (du)',
    unnamed: 'jemand ohne Namen',
  },
  join: {
    title: 'Live-Raum',
    what: 'Dieser Link führt in einen Live-Raum: Alle darin sehen jeden Haken im selben Augenblick.',
    connects: 'Beim Beitreten verbindet sich dieser Browser mit {host}. Vorher wird nichts verbunden.',
    own: 'Dein eigener Durchlauf dieser Seite bleibt, wie er ist, neben dem des Raums.',
    same: 'Im Raum geht es um den Durchlauf, der hier zu sehen ist: Beide werden zusammengeführt.',
    join: 'Beitreten',
    close: 'Schließen',
    joined: 'Du bist im Raum.',
    repaired:
      'Das „#“ dieses Links wurde unterwegs verändert, sein Geheimnis hat also den Server dieser Website erreicht. Bitte besser um einen neuen Raum.',
  },
  bar: {
    people: { one: '{n} Person', other: '{n} Personen' },
    pending: { one: '{n} noch nicht zugestellt', other: '{n} noch nicht zugestellt' },
    connecting: 'Verbindet …',
    offline: 'Nicht verbunden',
    stopped: 'Raum angehalten',
  },
  watch: {
    title: 'Großer Bildschirm',
    next: 'Weiter',
    failed: 'Fehlgeschlagen',
    none: 'Nichts ist offen.',
    alone: 'Zu sehen ist der eigene Durchlauf dieses Browsers.',
    since: 'Läuft seit {time}',
    leave: 'Zurück zur Seite',
  },
  trouble: {
    unreachable: 'Der Live-Raum ist nicht zu erreichen. Haken bleiben hier und werden zugestellt, sobald es geht.',
    refused: 'Der Broker weist diesen Browser ab. Sag es der Person, die ihn betreibt; Haken bleiben hier.',
    'not-taken':
      'Der Broker reicht nicht weiter, was hier abgehakt wird. Es wird immer wieder versucht; Haken bleiben hier.',
    unreadable: 'Etwas im Live-Raum ist nicht lesbar und bleibt außen vor.',
    'another-run': 'Jemand schickt einen anderen Durchlauf in diesen Live-Raum. Er bleibt außen vor.',
    'too-big':
      'Etwas ist zu groß für den Live-Raum und wird nicht zugestellt. Es bleibt im Durchlauf; Links und Dateien nehmen es mit.',
    full: 'Der Live-Raum ist voll und hat angehalten. Alles bleibt in diesem Browser: Teile den Durchlauf als Link oder Datei, oder geh neu live.',
    clock:
      'Einträge aus dem Live-Raum liegen mehr als einen Tag in der Zukunft und bleiben außen vor. Vergleicht die Uhren eurer Geräte.',
    newer: 'Jemand im Live-Raum benutzt eine neuere Fassung dieser Website. Lade die Seite neu.',
  },
};
