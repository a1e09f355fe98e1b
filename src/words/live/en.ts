/** The words of live rooms: loaded only where a site has them. */
export const liveEn = {
  share: {
    title: 'Live room',
    what: 'The link above is the run as it was a moment ago. In a live room everybody sees every tick at once.',
    goLive: 'Go live',
    connects:
      'Going live connects this browser to {host}. The broker there cannot read the run, but it sees addresses, times and how many of you there are.',
    link: 'Room link',
    copy: 'Copy room link',
    copied: 'Room link copied.',
    secret:
      'Anyone who has this link can read and write, under any name. Nobody can be removed from a room: to shut someone out, open a new one.',
    qr: 'QR code of the room link',
    watch: 'Open the big-screen view',
    leave: 'Leave the room',
    left: 'You have left the room. The run stays in this browser.',
    leftRun: 'You have left the room; its run stays in this browser.',
    leftOnly: 'You have left the room.',
    people: 'In the room',
    you: '{name} (you)',
    unnamed: 'somebody without a name',
  },
  join: {
    title: 'Live room',
    what: 'This link leads to a live room: everybody in it sees every tick within a moment.',
    connects: 'Joining connects this browser to {host}. Until then, nothing is connected.',
    own: 'Your own run of this page stays as it is, beside the room’s.',
    same: 'The room is about the run that is shown here: the two are merged.',
    join: 'Join',
    close: 'Close',
    joined: 'You are in the room.',
    repaired:
      'The “#” of this link was changed on its way, so its secret has reached this site’s server. It is safer to ask for a new room.',
  },
  insecure:
    'Live rooms work only where this site is opened with “https://”: browsers let no other page encrypt. Ask the person who runs the site.',
  unseen:
    'Somebody else changed this at the same moment, so your press did not count. Look at it, and press again if you still want to.',
  bar: {
    people: { one: '{n} person', other: '{n} people' },
    pending: { one: '{n} not delivered yet', other: '{n} not delivered yet' },
    connecting: 'Connecting…',
    offline: 'Not connected',
    stopped: 'Room stopped',
  },
  watch: {
    title: 'Big screen',
    next: 'Next',
    failed: 'Failed',
    more: 'and {n} more',
    none: 'Nothing is open.',
    end: 'End the run',
    alone: 'This browser’s own run is shown.',
    shared: 'A shared run is shown, as it was when its link was made.',
    awaited: 'Nothing has come from the room yet',
    nobody: 'Nobody else is in the room.',
    lost: 'Not connected since {time}. What is shown may be old.',
    started: 'Started {time}',
    ended: 'Ended {time}',
    leave: 'Back to the page',
  },
  trouble: {
    unreachable:
      'The live room cannot be reached. Ticks stay here and are passed on as soon as it can be reached again.',
    refused: 'The broker refuses this browser. Tell the person who runs the broker; ticks stay here.',
    'not-taken':
      'The broker does not pass on what is ticked here. This page keeps trying; ticks stay here. If that lasts, tell the person who runs the broker.',
    unreadable:
      'Something in the live room cannot be read and is left out. What you tick is passed on; if ticks of others are missing here, open a new room.',
    'another-run':
      'The live room has entries of another run or checklist. They are left out, and nothing of them is in your run. If nothing of the others arrives here, its link was opened on the wrong page.',
    'too-big':
      'Something is too big for the live room and is not passed on. It stays in the run, and goes with links and files.',
    full: 'The live room is full and has stopped. Everything stays in this browser: share the run as a link or file, or go live again.',
    clock:
      'Entries from the live room are dated more than a day ahead and are left out. Compare the clocks of the devices.',
    newer: 'Somebody in the live room is using a newer version of this site. Reload the page.',
  },
};

export type LiveWords = typeof liveEn;
