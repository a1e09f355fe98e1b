/*
 * The frames of questions: "how can I tell whether …", "what do I do when …". Their words stand for no subject, though each may be one by
 * itself: "tell", "find".
 */

const frames: readonly string[] = [
  'how (?:can|could|do|would|should|will) (?:i|we|you|one) (?:tell|know|see|find out|be sure|make sure)',
  'how to (?:tell|know|see|find out|make sure)',
  'what (?:do|should|can|must) (?:i|we) do',
  'what to do',
  'where (?:can|do|should|would) (?:i|we) (?:find|look|see)',
  'where to (?:find|look)',
  '(?:can|could) (?:someone|somebody|anyone|anybody|you) (?:tell|explain to|show|help) (?:me|us)',
  'i (?:want|need|would like|have) to (?:know|find out|see)',
  '(?:tell|show|help) me',
  'what (?:do|should|can) (?:i|we) (?:look at|check|try)(?: first)?',
  'where (?:do|should|can) (?:i|we) (?:start|begin)',
  'what now',
  'now what',
  'what next',
  'what (?:is|are) (?:going on|wrong|happening)',
  'what does (?:that|this|it) (?:even )?mean',
  '(?:i|we) (?:have|had) no idea',
  '(?:i |we )?(?:don.?t|do not) know (?:if|whether|what|how|why|where)',
  '(?:it |this |that )?(?:looks|seems|sounds) like',
  'on (?:all|every|each) pages?',
  'woran (?:erkenne|sehe|merke) ich',
  'wo finde ich',
  'was (?:nun|jetzt)',
  'was passiert(?:,)? wenn',
  'was (?:tun|mache ich|machen wir|muss ich tun|müssen wir tun)',
];

const pattern = new RegExp(String.raw`(?<!\S)(?:${frames.join('|')})(?!\S)`, 'gi');

/** Questions for the words of a message, in each language with what they ask for: "what do I put on the status page". */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/(?<!\S)what (?:do|should|can|must) (?:i|we) (?:write|say|post|put)(?: (?:to|on|in|into))?(?!\S)/gi, 'message'],
  [/(?<!\S)was (?:schreibe ich|schreiben wir|sagen wir)(?!\S)/gi, 'nachricht'],
];

/** Takes the frames out of a question, unless nothing else is in it. */
export function dropFrames(question: string): string {
  const worded = wordings.reduce((text, [frame, asked]) => text.replace(frame, asked), question);
  const bare = worded.replace(pattern, ' ');
  return /[a-z\d]|[^ -~]/i.test(bare) ? bare : question;
}
