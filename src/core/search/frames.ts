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
  'woran (?:erkenne|sehe|merke) ich',
  'wo finde ich',
  'was (?:tun|mache ich|machen wir|muss ich tun|müssen wir tun)',
];

const pattern = new RegExp(String.raw`(?<!\S)(?:${frames.join('|')})(?!\S)`, 'gi');

/** Takes the frames out of a question, unless nothing else is in it. */
export function dropFrames(question: string): string {
  const bare = question.replace(pattern, ' ');
  return /[a-z\d]|[^ -~]/i.test(bare) ? bare : question;
}
