/** A test that shows a threat stopped: its file, and its title there. */
export type Proof = readonly [file: string, title: string];

/** A threat to a team's runs: the harm that may be done, the means that stop it, and the tests that show so. */
export interface Threat {
  threat: string;
  stops: string;
  /** The number of tries, in words; where not given, once a test. */
  tries?: string;
  proofs: readonly Proof[];
}

const content = 'tests/hostile/content.test.ts';
const records = 'tests/hostile/records.test.ts';
const exports = 'tests/hostile/exports.test.ts';
const links = 'tests/e2e/links.spec.ts';
const payload = 'tests/core/room/payload.test.ts';
const reduce = 'tests/core/room/reduce.test.ts';
const embedded = 'tests/room/embedded.test.ts';
const supply = 'tests/security/supply.test.ts';

/** `strings`: the number of hostile strings. The rows of the table in SECURITY.md. */
export const threats = (strings: number): readonly Threat[] => [
  {
    threat: 'Markup, handlers or addresses in names, notes, values, titles, imports, links, files, lists and search',
    stops: 'Texts are put in as text alone; the policy allows no inline code and no style but the build’s own',
    tries: `${strings} strings, each as a note, a name, a title, a value and an id`,
    proofs: [
      [
        'tests/e2e/hostile.spec.ts',
        'nothing hostile runs, is markup, or breaks the page: in an author’s file, its name, a run, lists, summary and search',
      ],
      [records, '[RC1] [EX3] stays the same text in what is kept, and through files'],
      [records, '[SN7] travels in a link as a clean text, or is too long for one'],
      [records, '[RC1] [SN3] is refused where a file or a link is expected'],
      [records, 'can be searched for'],
    ],
  },
  {
    threat: 'An author’s file that would run something, or pass for a part of the interface',
    stops: 'Raw HTML of `.md` is a list of elements without handlers, styles, `data-…` and scripts’ addresses',
    tries: `${strings} strings in each of 14 places of a file, and in site.yaml`,
    proofs: [
      [content, 'neither runs nor takes the place of the page'],
      [content, 'is a text or a named fault with its line, and never more than its own key'],
    ],
  },
  {
    threat: 'An export that makes markup, links, mentions or lines of its own on a forge',
    stops: 'Each text is escaped; an address is a link to itself or none',
    tries: `${strings} strings and thousands of made ones, in 5 kinds of lines, through a parser of GitHub’s Markdown`,
    proofs: [
      [exports, '[EX2] a forge shows exactly the text, of every hostile string'],
      [exports, '[EX2] a forge shows exactly the text, whatever stands beside an address'],
    ],
  },
  {
    threat: 'A link that was cut, changed, doubled, escaped or set between other characters on its way',
    stops: 'Its length and checksum stand in it; what is safe to undo is undone, the rest is named',
    tries: '58,000 accidents and 200,000 random texts in the codec; some 60 ways through the real page',
    proofs: [
      ['tests/core/snapshot/damage.test.ts', '[SN3] is never taken for something else: 58,000 accidents'],
      ['tests/core/snapshot/damage.test.ts', '[SN3] and anything else in its place is refused: 200,000 random texts'],
      [links, 'whatever becomes of a link on its way, the page shows the run or says what happened to it'],
    ],
  },
  {
    threat: 'A forged link with a right checksum',
    stops:
      'It is read only if this site would have written the same; every count is capped before anything is allocated',
    tries: '20,000 bodies',
    proofs: [
      [
        'tests/core/snapshot/damage.test.ts',
        '[SN7] is read only if it is what this site would have written: 10,000 bodies with a right checksum',
      ],
    ],
  },
  {
    threat: 'A link on another page than its own',
    stops: 'Links name their page’s revision; the page that it is of is offered, and nothing is guessed',
    proofs: [
      [links, 'a link that was opened on another page leads to its own'],
      ['tests/core/revision/link-pages.test.ts', '[RV6] is the one that had its revision, at any time'],
    ],
  },
  {
    threat: 'Runs that cannot be shared any more once they are merged',
    stops: 'It is said before the choice; the dialog offers what still fits',
    proofs: [
      [links, 'a link of 16,000 characters opens; runs that are too much together say so before they are merged'],
    ],
  },
  {
    threat: 'A broken or hostile file that takes other pages down, or the last good site',
    stops: 'A site is built beside the last one, and takes its place when it is whole',
    proofs: [
      [
        'tests/site/publish.test.ts',
        'but one page in trouble takes no other down: it is named, and shown as plain Markdown',
      ],
      ['tests/site/publish.test.ts', 'takes the place of the last one, of which only its history stays'],
    ],
  },
  {
    threat: 'Words of a page that get into its security policy',
    stops: 'The policy is Astro’s own; the build only takes hashes out of it',
    proofs: [['tests/site/policy.test.ts', 'names what stands in the page alone']],
  },
  {
    threat: 'Another site of the same origin',
    stops: 'Keys and caches bear the base path, and a bar after it',
    proofs: [['tests/site/offline.test.ts', 'no site touches the caches of another of the same origin']],
  },
  {
    threat: 'A broker, or somebody in a live room, that reads, forges, replays, wipes, withholds or floods',
    stops:
      'End-to-end encryption under each message’s own topic; all that comes is merged within limits; what is not echoed is not delivered',
    proofs: [
      [payload, '[LV4] opens under its own topic, key and bytes alone'],
      [payload, '[LV4] of random bytes is refused, never thrown at'],
      [payload, '[LV9] too big is refused, on the way out and on the way in, inflated or not'],
      [reduce, '[LV5] what is of another run, or far in the future, is told and not taken'],
      [reduce, '[LV9] a flood stops the room and cuts nothing of what is held'],
      [embedded, '[LV6] three people tick while the broker is killed, restarted and wiped: all have all'],
      [embedded, '[LV6] an access list that forbids publishing is noticed, though the broker acknowledges'],
      [embedded, '[LV8] garbage, an emptied topic and a message replayed at another topic change nothing'],
    ],
  },
  {
    threat: 'An action or a package that is changed by somebody else',
    stops: 'Actions are pinned by commit, packages by hash; workflows may read, and publish alone',
    proofs: [
      [supply, 'name every action by its commit, with its version beside it'],
      [supply, 'may read, and only what publishes the site may do more; no step is left a token to push with'],
      [supply, 'holds the hash of every package'],
      [supply, 'holds no package that runs a script when it is installed but those that SECURITY.md gives reasons for'],
    ],
  },
];
