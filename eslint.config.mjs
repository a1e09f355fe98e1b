import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which folders of `src/` a layer may not import, and the sentence that says so. */
const layers = [
  {
    files: ['src/core/**'],
    forbidden: String.raw`^(?!\./|~/core/)`,
    because: 'core imports nothing but core: no npm package, no Node, no other layer.',
  },
  {
    files: ['src/markdown/**'],
    forbidden: '^~/(?!core/|markdown/|words/)',
    because: 'markdown imports core (and words) alone: it runs in the build.',
  },
  {
    files: ['src/stores/**'],
    forbidden: '^~/(?!core/|stores/|words/)',
    because: 'stores import core (and words) alone: they know nothing of the interface.',
  },
  {
    files: ['src/islands/**'],
    forbidden: '^~/(?!core/|stores/|islands/|words/|styles/)',
    because: 'islands import stores, core and words: pages and layouts mount them, not the other way round.',
  },
  {
    files: ['src/components/**'],
    forbidden: '^~/(stores|layouts|pages)/',
    because: 'components import neither stores (state belongs to islands) nor the layouts and pages that use them.',
  },
  {
    files: ['src/layouts/**'],
    forbidden: '^~/(stores|pages)/',
    because: 'layouts import neither stores (state belongs to islands) nor the pages that use them.',
  },
  {
    files: ['src/pages/**'],
    forbidden: '^~/stores/',
    because: 'Astro files never import stores: state belongs to islands.',
  },
];

const parents = {
  regex: String.raw`^\.\./`,
  message: 'in the same folder import with ./, across folders with ~/folder/….',
};

const directions = layers.map(({ files, forbidden, because }) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [parents, { regex: forbidden, message: because }] }],
  },
}));

export default defineConfig([
  globalIgnores(['dist/', '.astro/', 'test-results/', 'playwright-report/', '**/expected.*']),
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
        { object: 'Math', property: 'random', message: 'core has no randomness: pass it in.' },
      ],
    },
  },
]);
