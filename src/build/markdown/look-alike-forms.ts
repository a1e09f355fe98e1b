const bullet = String.raw`^((?:\s|>)*)([-*+]|\d{1,9}[.)])`;
/** Blanks that a keyboard or a copy leaves in place of a space: a no-break space, a space of Chinese or Japanese. */
const otherBlank = String.raw`[^\S \t\r\n]`;
/** Brackets with nothing or other blanks than one space in them. */
const hollow = String.raw`\[(?! \])[\s\u00a0]*\]`;

/** A form that look-alikes have. */
export interface Form {
  pattern: RegExp;
  /** A description of what was found; `replacement` is there only where the repair is safe. */
  found: string;
  repair: string;
  replacement?: string;
}

/** A line that is right by itself, and no item where it stands. */
export const takenIn: Form = {
  pattern: new RegExp(String.raw`${bullet}[ \t]+\[[ xX]\][ \t]+(?=\S)`),
  found: 'a line that the text or the HTML above it takes in',
  repair: 'put a blank line before it',
};

/** Bullets of text processors, and the dashes that they make of a hyphen. */
const otherBullet = '[•◦▪▸‣●○∙·・–—−‐]';
/** Numbers that are none in Markdown: "a)", "iv.", "(1)", "1.2", "1：", "①", "１．". */
const otherNumber = String.raw`(?:\*{2,}(?=\s)|\(?(?:\p{L}|[ivx]{1,4}|[IVX]{1,4})[.)]|\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[:：、．）]|(?![0-9])\p{N}{1,3}[.)、．）]?)`;
const opening = String.raw`["'“„«‘‚‹「『（【]`;

/** What every form has: a line without it is asked no further. */
export const boxLike = /[\]］☐□▢☑☒⬜🔲]/u;

/** The forms, of which the first that fits says what is found. */
export const forms: readonly Form[] = [
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)${hollow}[ \t]+(?=\S)`),
    found: 'brackets without exactly one space in them',
    repair: 'write `- [ ] text`',
    replacement: '$1$2$3[ ] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)\[(?=[ \t]|[xX][ \t])[ \t]*[xX][ \t]*\][ \t]+(?=\S)`),
    found: 'blanks beside the `x` in the brackets',
    repair: 'write `- [x] text`',
    replacement: '$1$2$3[x] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+\[[✓✔√☑✅]\ufe0f?\][ \t]+(?=\S)`, 'u'),
    found: 'brackets with another sign than `x` in them',
    repair: 'write `- [x] text`',
  },
  {
    pattern: new RegExp(String.raw`${bullet}\[([ xX])\][ \t]+(?=\S)`),
    found: 'no space before the brackets',
    repair: 'write `- [ ] text`',
    replacement: '$1$2 [$3] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)\\\[([ xX])\\\][ \t]+(?=\S)`),
    found: 'escaped brackets',
    repair: 'write `- [ ] text` without backslashes',
    replacement: '$1$2$3[$4] ',
  },
  {
    pattern: new RegExp(
      String.raw`${bullet}[ \t]+(?:\[ \](?=[^\s[(])|\[[xX]\](?=[\p{L}\p{N}*_\x60\p{Extended_Pictographic}]|${opening}))`,
      'u',
    ),
    found: 'no space after the brackets',
    repair: 'write `- [ ] text`',
  },
  {
    pattern: new RegExp(
      String.raw`${bullet}(?:[ \t]*${otherBlank}\s*\[([ xX])\]\s*|[ \t]+\[([ xX])\][ \t]*${otherBlank}\s*)(?=\S)`,
    ),
    found: 'a blank beside the brackets that is no plain space',
    repair: 'write `- [ ] text`',
    replacement: '$1$2 [$3$4] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+(?:\[[ \u00a0xX]?\]|\\\[[ xX]?\\\])[ \t]*$`),
    found: 'a box without text',
    repair: 'write what is to be done after it',
  },
  {
    // A ticked one without a bullet, and one before a sign, explain the boxes of a table: "☑ recommended", "☐ = open".
    pattern: /^(?:\s|>)*(?:[☐□▢⬜🔲]|(?:[-*+]|\d{1,9}[.)])[ \t]+[☐□▢☑☒⬜🔲])\ufe0f?\s*(?![\s=:–—-])/u,
    found: 'a box that is a character',
    repair: 'write `- [ ] text`',
  },
  {
    pattern: new RegExp(String.raw`${bullet}\s*［\s*］\s*(?=\S)`),
    found: 'brackets of another width',
    repair: 'write `- [ ] text`',
    replacement: '$1$2 [ ] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}\s*［\s*[xXｘＸ]\s*］\s*(?=\S)`),
    found: 'brackets of another width',
    repair: 'write `- [x] text`',
    replacement: '$1$2 [x] ',
  },
  {
    pattern: new RegExp(String.raw`^((?:\s|>)*)${otherBullet}\s*\[([ xX])\][ \t]+(?=\S)`),
    found: 'a bullet that Markdown does not know',
    repair: 'write `- [ ] text`',
    replacement: '$1- [$2] ',
  },
  {
    pattern: new RegExp(String.raw`^(?:\s|>)*${otherNumber}\s*\[[ xX]\][ \t]+(?=\S)`, 'u'),
    found: 'a bullet or number that Markdown does not know',
    repair: 'write `- [ ] text` or `1. [ ] text`',
  },
  {
    pattern: /^(\s*)\[[ xX]\][ \t]+(?=\S)/,
    found: 'a box without a list',
    repair: 'put `- ` before it',
  },
  takenIn,
  {
    pattern: /\|\s*(?:\[ ?\]|☐)[ \t]+(?!\[ ?\]|☐)[^|[☐\s][^|[☐]*(?=\|)/u,
    found: 'one box with a text in a table cell',
    repair: 'write `[ ] Yes [ ] No` for a choice, or `[ ]` alone',
  },
];
