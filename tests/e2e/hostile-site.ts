import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileStrings } from '../hostile/strings';

/** A picture of another host is the author's to show, and would be asked for. */
const asksElsewhere = (text: string): boolean =>
  /<(?:img|image|picture|video|audio)|!\[/i.test(text) && /\/\//.test(text);

/** A page with every hostile string: as Markdown, each in an item of its own, so that none can swallow the next. */
export const hostilePage = `---
title: '<img src=x onerror=alert(1)> & "title"'
description: '"><script>alert(1)</script>'
---

## </h2><script>alert(1)</script> <b onclick=alert(1)>heading</b>

| "><img src=x onerror=alert(1)> | Name |
| --- | --- |
| <b onclick=alert(1)>Lead</b> | [<script>alert(1)</script>] |

${hostileStrings
  .map((text, i) => {
    const line = asksElsewhere(text) ? 'Nothing' : text.replace(/[\n\r\u0000]+/g, ' ').slice(0, 400);
    return `- [ ] String ${i + 1} of those that are hostile\n\n  ${line}\n`;
  })
  .join('\n')}
`;

/** Adds pages that are hostile in what they say, and in their names, below a site's content folder. */
export function writeHostilePages(runbooks: string): void {
  const folder = path.join(runbooks, 'hostile');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'strings.md'), hostilePage);
  for (const name of [
    '<img src=x onerror=alert(1)>.md',
    '"onclick="alert(1).md',
    '{{7*7}} ${x} `id`.md',
    '__proto__.md',
  ]) {
    writeFileSync(path.join(folder, name), `- [ ] Do it\n`);
  }
}
