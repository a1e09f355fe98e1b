import { elementsOf, type Rule } from './lint-page';

/** "Verify", and at most three words that name a thing; "Check out", "Check in with" are other verbs. */
const bare =
  /^(?:re-?)?(?:verify|check|confirm|validate|double-check|prüfen?|überprüfen?)\s+(?!(?:out|in|off|up|with|for|against|into|back)\b)(?:the\s+|all\s+|all\s+the\s+|your\s+|our\s+|each\s+|every\s+|any\s+|den\s+|die\s+|das\s+|alle\s+)?((?:[\p{L}][\p{L}\p{N}/-]*\s*){1,3})[.!]?$/iu;

/** Words that state a fact, or an expected look: they can be answered with yes or no at a glance. */
const says =
  /\b(?:that|if|whether|is|are|was|were|has|have|had|be|been|no|none|nothing|not|only|same|match(?:es)?|equals?|empty|pass(?:es|ed)?|succeeds?|works?|runs?|exists?|green|within|under|below|above|than|for|in|on|of|with|before|after|kein[e]?|nur|ob|dass)\b/iu;

/** A code or a version says which thing is meant: "E1101", "SLO-3", "Node 24". */
const code = /\d/;

/** "Verify the backup" is ticked in mere hope; "Verify the backup: its size is that of yesterday" is not. */
export const vagueCheck: Rule = {
  name: 'vague-check',
  check: ({ items, isRunbook }) =>
    (isRunbook ? items : [])
      .filter(({ text, node }) => {
        const thing = bare.exec(text)?.[1];
        if (thing === undefined || says.test(thing) || code.test(thing)) return false;
        // Content beneath the item, a link or code says what to look for.
        return node.children.length === 1 && elementsOf(node, 'code', 'a').length === 0;
      })
      .map(({ line, text }) => ({
        line,
        message: `Expected a check to name what is to be seen, found \`${text}\`. Add the value: \`…: 0 errors\`, \`…: all green\`.`,
      })),
};
