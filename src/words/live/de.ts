import type { LiveWords } from './en';

/** The words of live rooms, in German. */
export const liveDe: LiveWords = {
  share: {
    title: 'Live-Raum',
    what: 'Der Link oben zeigt den Durchlauf, wie er gerade eben war. In einem Live-Raum sehen alle jeden Haken sofort.',
    goLive: 'Live-Raum öffnen',
    connects:
      'Dieser Browser verbindet sich dann mit {host}. Der Broker dort kann den Durchlauf nicht lesen, sieht aber Adressen, Uhrzeiten und die Zahl der Personen.',
    link: 'Link zum Raum',
    copy: 'Link zum Raum kopieren',
    copied: 'Link zum Raum kopiert.',
    secret:
      'Wer diesen Link hat, kann mitlesen und mitschreiben, auch unter fremdem Namen. Aus einem Raum lässt sich niemand entfernen: Um jemanden auszuschließen, öffnen Sie einen neuen.',
    qr: 'QR-Code des Links zum Raum',
    watch: 'Ansicht für den großen Bildschirm öffnen',
    leave: 'Raum verlassen',
    left: 'Sie haben den Raum verlassen. Der Durchlauf bleibt in diesem Browser.',
    leftRun: 'Sie haben den Raum verlassen; sein Durchlauf bleibt in diesem Browser.',
    leftOnly: 'Sie haben den Raum verlassen.',
    people: 'Im Raum',
    you: '{name} (Sie)',
    unnamed: 'jemand ohne Namen',
  },
  join: {
    title: 'Live-Raum',
    what: 'Dieser Link führt in einen Live-Raum: Alle darin sehen jeden Haken sofort.',
    connects: 'Beim Beitreten verbindet sich dieser Browser mit {host}. Bis dahin wird keine Verbindung aufgebaut.',
    own: 'Ihr eigener Durchlauf dieser Seite bleibt unverändert, neben dem des Raums.',
    same: 'Im Raum geht es um den Durchlauf, der hier zu sehen ist: Beide werden zusammengeführt.',
    join: 'Beitreten',
    close: 'Schließen',
    joined: 'Sie sind im Raum.',
    repaired:
      'Das „#“ dieses Links wurde unterwegs verändert, sein Geheimnis hat also den Server dieser Website erreicht. Sicherer ist es, um einen neuen Raum zu bitten.',
  },
  insecure:
    'Live-Räume gibt es nur, wo diese Website mit „https://“ geöffnet ist: Anderen Seiten erlauben Browser keine Verschlüsselung. Wenden Sie sich an die Person, die die Website betreibt.',
  unseen:
    'Jemand anderes hat das im selben Augenblick geändert, deshalb zählte Ihr Klick nicht. Sehen Sie nach, und klicken Sie noch einmal, wenn Sie es weiterhin wollen.',
  bar: {
    people: { one: '{n} Person', other: '{n} Personen' },
    pending: { one: '{n} noch nicht zugestellt', other: '{n} noch nicht zugestellt' },
    connecting: 'Verbindet …',
    offline: 'Nicht verbunden',
    stopped: 'Raum angehalten',
  },
  watch: {
    title: 'Ansicht für den großen Bildschirm',
    next: 'Als Nächstes',
    failed: 'Fehlgeschlagen',
    more: 'und {n} weitere',
    none: 'Nichts ist offen.',
    end: 'Den Durchlauf beenden',
    alone: 'Zu sehen ist der Durchlauf dieses Browsers.',
    shared: 'Zu sehen ist ein geteilter Durchlauf, so wie er beim Erstellen des Links war.',
    awaited: 'Aus dem Raum ist noch nichts angekommen',
    nobody: 'Sonst ist niemand im Raum.',
    lost: 'Seit {time} nicht verbunden. Was hier steht, kann veraltet sein.',
    started: 'Beginn {time}',
    ended: 'Ende {time}',
    leave: 'Zurück zur Seite',
  },
  trouble: {
    unreachable:
      'Der Live-Raum ist nicht erreichbar. Haken bleiben hier und werden zugestellt, sobald er wieder erreichbar ist.',
    refused: 'Der Broker weist diesen Browser ab. Sagen Sie der Person Bescheid, die ihn betreibt; Haken bleiben hier.',
    'not-taken':
      'Der Broker gibt nicht weiter, was hier abgehakt wird. Die Seite versucht es immer wieder; Haken bleiben hier. Bleibt es dabei, sagen Sie der Person Bescheid, die ihn betreibt.',
    unreadable:
      'Etwas im Live-Raum ist nicht lesbar und wird nicht übernommen. Was Sie abhaken, wird zugestellt; fehlen hier Haken von anderen, öffnen Sie einen neuen Raum.',
    'another-run':
      'Im Live-Raum gibt es Einträge eines anderen Durchlaufs oder einer anderen Checkliste. Sie werden weggelassen, nichts davon ist in Ihrem Durchlauf. Kommt hier nichts von den anderen an, wurde sein Link auf der falschen Seite geöffnet.',
    'too-big':
      'Etwas ist zu groß für den Live-Raum und wird nicht zugestellt. Es bleibt im Durchlauf und ist in Links und Dateien enthalten.',
    full: 'Der Live-Raum ist voll und wurde angehalten. Alles bleibt in diesem Browser: Teilen Sie den Durchlauf als Link oder Datei, oder öffnen Sie einen neuen Raum.',
    clock:
      'Einträge aus dem Live-Raum liegen mehr als einen Tag in der Zukunft und werden nicht übernommen. Vergleichen Sie die Uhren der Geräte.',
    newer: 'Jemand im Live-Raum benutzt eine neuere Fassung dieser Website. Laden Sie die Seite neu.',
  },
};
