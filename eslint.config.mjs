import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Each layer of `src/`: its files, the static imports that are against its direction, and the sentence that says so. The first
 * layer that a file is in counts: a folder's own rule stands before that of the folders around it.
 */
const layers = [
  {
    files: ['src/core/page/**'],
    forbidden: String.raw`^(?!\./|~/core/(page/|[\w-]+$))`,
    because:
      'core/page imports nothing but itself and the files at the top of core: runs know pages, never the other way round.',
  },
  {
    files: ['src/core/run/**'],
    forbidden: String.raw`^(?!\./|~/core/(page/|run/|[\w-]+$))`,
    because: 'core/run imports core/page and itself: the rest of core builds on runs, never the other way round.',
  },
  {
    files: ['src/core/**'],
    forbidden: String.raw`^(?!\./|~/core/)`,
    because: 'core imports nothing but core: no npm package, no Node, no other layer.',
  },
  {
    files: ['src/room/**'],
    forbidden: '^~/(?!core/|room/)',
    because: 'room imports core alone: it connects a page as well as a command of Node.',
  },
  {
    files: ['src/build/**'],
    forbidden: String.raw`^~/(?!core/|room/|build/|words/|styles/tokens\.css\?raw$)`,
    because: 'build imports core, words and the tokens of the look alone: it runs in Node, before there is a page.',
  },
  {
    files: ['src/stores/**'],
    forbidden: '^~/(?!core/|stores/|words/)',
    because: 'stores import core (and words) alone: they know nothing of the interface.',
  },
  {
    files: ['src/words/**'],
    forbidden: '^~/(?!core/|words/)',
    because: 'words import core alone: pages and jobs put the same facts into them.',
  },
  {
    files: ['src/client/text/**'],
    forbidden: '^~/(?!core/|client/text/|words/)',
    because: 'client/text imports core and words alone: it only puts things into words.',
  },
  {
    files: ['src/client/sheet/**'],
    forbidden: '^~/(?!core/|stores/|client/(sheet|text)/|client/page/unless-escaped$|words/)',
    because:
      'client/sheet imports text, stores, core and words alone, and the wait for Escape; it reaches everything that may come later by import().',
  },
  {
    files: ['src/client/inline/**'],
    forbidden:
      '^~/(?!core/|client/(inline|sheet|text|values)/|client/(late/scroll-below|runs/reserve-place)$|stores/(from|late-parts|looked|read-quietly|storage-keys|write-quietly)$|words/)',
    because:
      'client/inline runs before the first paint: it imports core, text, single modules of the sheet, of values, of the runs and of what comes late, and the names of what is kept, and no store.',
  },
  {
    files: ['src/client/worker/**'],
    forbidden: '^~/(?!core/)',
    because: 'client/worker is a script of its own beside the pages: it imports core alone.',
  },
  {
    files: ['src/client/page/**'],
    forbidden: '^~/(?!client/page/|stores/read-quietly$|styles/)',
    because:
      'client/page comes with every page: it reaches everything else by import(), but for the reading of storage.',
  },
  {
    files: ['src/client/acts/**', 'src/client/desk/**'],
    forbidden: '^~/(?!core/|stores/|client/(acts|bar|desk|page|sheet|text)/|words/|styles/)',
    because:
      'acts and desk come early: they import each other, page, bar, sheet and text, and reach later moments by import().',
  },
  {
    files: ['src/client/values/**'],
    forbidden: '^~/(?!core/|stores/|client/(acts|bar|sheet|text)/|words/|styles/)',
    because: 'client/values is a moment of its own: it imports what comes before it, and no panel.',
  },
  {
    files: ['src/client/live/**'],
    forbidden: '^~/(?!core/|room/|stores/|client/(live|acts|bar|desk|sheet|text)/|words/|styles/)',
    because: 'client/live imports what a later moment may, and the connection of rooms.',
  },
  {
    files: ['src/client/**'],
    forbidden: '^~/(?!core/|stores/|client/(acts|bar|desk|page|sheet|text)/|words/|styles/)',
    because:
      'a later moment of the client imports stores, core, words, styles, text, page, sheet, bar, acts and desk, and no other moment.',
  },
  {
    files: ['src/components/**'],
    forbidden: '^~/(stores|layouts|pages)/',
    because: 'components import neither stores (state belongs to the client) nor the layouts and pages that use them.',
  },
  {
    files: ['src/layouts/**'],
    forbidden: '^~/(stores|pages)/',
    because: 'layouts import neither stores (state belongs to the client) nor the pages that use them.',
  },
  {
    files: ['src/pages/**'],
    forbidden: '^~/stores/',
    because: 'Astro files never import stores: state belongs to the client.',
  },
];

const parents = {
  regex: String.raw`^\.\./`,
  message: 'in the same folder import with ./, across folders with ~/folder/….',
};

const directions = layers.map(({ files, forbidden, because }, i) => ({
  files,
  ignores: layers.slice(0, i).flatMap((earlier) => earlier.files),
  rules: {
    'no-restricted-imports': ['error', { patterns: [parents, { regex: forbidden, message: because }] }],
  },
}));

/** Built-in functions that Node 20 lacks, on which the check of the content runs where npm does not start it. */
const missing = ['Map', 'Object'].map((object) => ({
  object,
  property: 'groupBy',
  message: 'Node 20 and older browsers have no groupBy: core/group-by is one.',
}));

export default defineConfig([
  globalIgnores(['dist/', '.dist-in-the-making*/', '.astro/', 'test-results/', 'playwright-report/', '**/expected.*']),
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.tsx'], ...a11y.configs.recommended },
  ...directions,
  {
    files: ['src/client/**'],
    ignores: ['src/client/desk/registry.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: String.raw`ImportExpression[source.value=/\/[A-Z]\w*$/]`,
          message: 'only client/desk/registry imports panels by import(): ask it to open one.',
        },
      ],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-properties': ['error', ...missing] } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'localStorage',
          'navigator',
          'location',
          'crypto',
          'performance',
          'fetch',
          'setTimeout',
        ].map((name) => ({ name, message: 'core is pure: no DOM, no clock, no randomness; pass it in.' })),
        { name: 'Date', message: 'core has no clock: time comes in as minutes since 1970.' },
      ],
      'no-restricted-properties': [
        'error',
        ...missing,
        { object: 'Math', property: 'random', message: 'core has no randomness: pass it in.' },
      ],
    },
  },
]);
