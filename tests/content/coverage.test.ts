import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { showExamples } from '~/core/values/show-value';
import { valuesOf } from './blocks';
import { sourceItems } from './source-items';

/** The source document's items, in its order: a keyword or two of each. Indented: beneath the one before. */
const source: [section: string, items: string][] = [
  [
    'Code and repository',
    `feature branches|version in Git|CHANGELOG|README|CI/CD|pre-release checks|> linter|> unit tests|> integration tests
    |> E2E|> bug sweep|> security audit|> performance optimization`,
  ],
  ['Documentation', 'user guide|administrator guide|developer guide|API documentation|deployment documentation|release notes'],
  [
    'Environment configuration',
    'environment variables|secrets management|connection strings|API keys and credentials|environment-specific|log levels',
  ],
  [
    'Infrastructure',
    'production servers|database servers|load balancers|CDN|SSL|DNS|firewall rules|network security groups',
  ],
  [
    'Monitoring and alerting',
    `application monitoring|server monitoring|database monitoring|alert thresholds|on-call schedule|incident response plan
    |log aggregation`,
  ],
  [
    'Backup and recovery',
    'backup schedule|backup verification|disaster recovery plan|recovery procedures|point-in-time recovery',
  ],
  [
    'Security',
    `security scan|vulnerability assessment|penetration test|encryption|authentication|authorization|rate limiting
    |DDoS protection`,
  ],
  [
    'Before you start',
    'deployment window|roles and responsibilities|deployment plan|rollback plan|database backup now|maintenance page',
  ],
  [
    'Deployment steps',
    `enable maintenance mode|scale down|schema changes|application code|database migrations|verify the deployment
    |smoke tests|scale the services up|disable maintenance mode`,
  ],
  [
    'Post-deployment verification',
    `application health|database connections|API endpoints|authentication|core functionality|performance metrics|logs
    |monitoring systems`,
  ],
  [
    'Rollback triggers',
    'critical functionality|performance|security vulnerability|data integrity|deployment issue',
  ],
  [
    'Rollback steps',
    `enable maintenance mode|scale down|previous version|database back|verify the rollback|scale the services up
    |disable maintenance mode|stakeholders`,
  ],
  [
    'Monitoring after the release',
    'application performance for 24|error rates|user activity|database performance|server resources',
  ],
  ['Communication', 'stakeholders|release notes|documentation portal|new features'],
  ['Cleanup', 'temporary deployment resources|archive|lessons learned|tickets and issues'],
  ['Support readiness', 'support team|support documentation|known issues|workaround|escalation paths'],
  ['User feedback', 'feedback collection|prioritizing feedback|future releases'],
];

const expected = source.flatMap(([section, items]) =>
  items.split('|').map((words) => {
    const keyword = words.trim();
    return { section, nested: keyword.startsWith('> '), keyword: keyword.replace('> ', '') };
  }),
);

const file = 'content/runbooks/mvp-release.mdx';
const runbook = showExamples(readFileSync(file, 'utf8'), valuesOf(file));

const written = (() => {
  let section = '';
  return runbook.split('\n').flatMap((line) => {
    section = /^#+ (.+)/.exec(line)?.[1] ?? section;
    const [, indent, text] = /^( *)(?:-|\d+\.) \[ \] (.+)/.exec(line) ?? [];
    return indent === undefined || text === undefined ? [] : [{ section, nested: indent !== '', text }];
  });
})();

/** The words of a text that carry its meaning, by their first four letters: “passing” and “pass” are one. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9./]+/g) ?? [])
    .filter((word) => !/^(?:all|to|in|with|for|of|the|and|from|on|no|a|by|if|not|is|be|into)$/.test(word))
    .map((word) => word.replace(/^tagged$/, 'tag').replace(/^logging$/, 'log').slice(0, 4));

/** Items that the runbook words differently: the source's item, and those of its words that are said otherwise. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  'Version tagged in Git repository (v1.0.0)': ['repo'],
  'Pre-release checks completed successfully': ['succ'],
  'Linting passed': ['pass'],
  'Deployment window communicated to stakeholders': ['comm'],
  'Database backup taken immediately before deployment': ['imme', 'befo', 'depl'],
  'Logs showing no unexpected errors': ['show'],
  'Monitoring systems showing normal operation': ['show'],
  'Data integrity issues': ['issu'],
  'Unresolvable deployment issues': ['unre'],
  'Notify stakeholders of rollback': ['noti'],
  'Notify stakeholders of successful deployment': ['noti'],
  'Update deployment documentation with lessons learned': ['upda'],
  'Feedback collection mechanism in place': ['mech'],
  'Plan for incorporating feedback into future releases': ['inco'],
};

describe('the first runbook covers the document it was asked for', () => {
  test('it has 110 items, 7 of them beneath the pre-release checks', () => {
    expect(expected).toHaveLength(110);
    expect(written).toHaveLength(110);
    expect(written.filter((item) => item.nested)).toHaveLength(7);
  });

  test.each(expected.map((item, index) => ({ index, ...item })))(
    '$index: $keyword, in $section',
    ({ index, section, nested, keyword }) => {
      expect(written[index]).toMatchObject({ section, nested });
      expect(written[index]?.text.toLowerCase()).toContain(keyword.toLowerCase());
    },
  );

  test.each(sourceItems.map((source, index) => ({ source, index })))('“$source” is said no narrower', ({ source, index }) => {
    const said = new Set(wordsOf(written[index]?.text.replace(/ \[How\].*/, '') ?? ''));
    expect(wordsOf(source).filter((word) => !said.has(word) && !(otherWords[source] ?? []).includes(word))).toEqual([]);
  });

  test('its overview says what that of the source says', () => {
    for (const words of ['comprehensive checklist', 'deploying the Chatbot Platform MVP to production', 'smooth, successful deployment', 'minimal disruption to users'])
      expect(runbook).toContain(words);
  });

  test('no two of its items, and no item and heading, have the same text', () => {
    const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]);
    const texts = [...headings, ...written.map((item) => item.text.replace(/ \[How\].*/, ''))];
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  test('what is conditional in the source says so', () => {
    expect(written.filter((item) => /\(if (applicable|necessary)\)/.test(item.text))).toHaveLength(8);
  });

  test('its three tables keep their blanks', () => {
    expect(runbook.match(/\[(Name|Contact|Time|Owner)\]/g)).toHaveLength(25);
    expect(runbook.match(/^\| [^|]+ \| \| \| \|$/gm)).toHaveLength(5);
  });
});
