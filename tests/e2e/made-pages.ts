/** A runbook of so many items, in sections of fifty: "Step 1 of machine alpha" and on. */
export function manyItems(count: number): string {
  const line = (i: number) => `${i % 50 === 0 ? `\n## Part ${i / 50 + 1}\n\n` : ''}- [ ] Step number ${i + 1}\n`;
  return `# ${count} items\n${Array.from({ length: count }, (_, i) => line(i)).join('')}`;
}

/** Items whose texts are markup, templates, quotes and other people's code. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '${process.env.SECRET} {{ secret }} {secret}',
  "it's a \"quoted\" 'thing' & more",
  'javascript:alert(1)',
  '__proto__',
  'constructor',
];

export const hostileNames = `# Hostile names

${hostileTexts.map((text) => `- [ ] \`${text}\``).join('\n')}
- [ ] <cluster_name> is drained
- [ ] Plain

## constructor

- [ ] toString

| Who | Name |
| --- | --- |
| \`<b>Lead</b>\` | [Name] |
`;
