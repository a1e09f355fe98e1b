import { elementsOf, type Rule } from './lint-page';

const checks = /^(?:re-?)?(?:verify|check|confirm|ensure|validate|make sure|prüfe[n]?|überprüfe[n]?|sicherstellen)\b/iu;

/** A number, a value after a colon, something quoted, or words that can be answered with yes or no at a glance. */
const value =
  /\d|:\s*\S|["“'‘«]|[=<>≤≥]|\b(?:no|none|nothing|not|only|same|match(?:es)?|equals?|empty|pass(?:es)?|succeeds?|green|within|under|below|above|than|kein[e]?|nur)\b/iu;

/** "Verify the backup" is ticked by whoever hopes so; "Verify the backup: its size is that of yesterday" is not. */
export const vagueCheck: Rule = {
  name: 'vague-check',
  check: ({ items, isRunbook }) =>
    (isRunbook ? items : [])
      .filter(({ text, node }) => {
        const row = node.children[0];
        const hasCode = row !== undefined && elementsOf(row, 'code').length > 0;
        return checks.test(text) && !value.test(text.replace(/\(.*\)/, '')) && !hasCode;
      })
      .map(({ line, text }) => ({
        line,
        message: `Expected a check to name what is to be seen, found \`${text}\`. Add the value: \`…: 0 errors\`, \`…: all green\`.`,
      })),
};
