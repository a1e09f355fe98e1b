/** Values that somebody else might send in a link, a file or a room, so that a command does something else. None may get into code. */
export const hostileValues: readonly string[] = [
  // Separators and chains.
  ...['v1; rm -rf /', 'v1;id', 'v1 && id', 'v1&&id', 'v1 || id', 'v1||id', 'v1 | sh', 'v1|sh', 'v1&', 'v1 & id'],
  // Substitutions and variables.
  ...[
    '$(id)',
    '`id`',
    'v1$(id)',
    'v1`id`',
    '${IFS}id',
    '$HOME',
    '$0',
    '$$',
    '%USERPROFILE%x^&calc',
    '!!',
    '!$',
    '{a,b}',
  ],
  // Redirections and patterns.
  ...['>/etc/passwd', 'v1>x', '<(id)', '>(id)', '<<EOF', '2>&1', '*', '?', '[a-z]', '~', '~root', '/etc/*'],
  // Quotes and comments, which end or begin a part of the command around them.
  ...['"', "'", "v1'; id; '", 'v1"; id; "', '\\', 'v1\\', '#', 'v1 # ', '--', "' OR 1=1 --", '"$(id)"'],
  // Options in place of a name.
  ...['-rf', '--help', '-oProxyCommand=id', '--checkpoint-action=exec=id', '-', '-e'],
  // White space and line ends of every kind.
  ...[
    ' ',
    'v1 v2',
    'v1\nid',
    'v1\r\nid',
    '\nid',
    'v1\tid',
    'v1\u2028id',
    'v1\u0085id',
    'v1\u00a0id',
    'v1\u3000id',
    'v1\u000bid',
  ],
  // Characters that nobody sees, or that show another order.
  ...[
    'v1\u200bid',
    '\u202ev1',
    'v1\u2066id',
    '\ufeffv1',
    'v1\u0000id',
    'v1\u001b[2Jid',
    'v1\u0007',
    'v1\u00ad',
    'v1\u{e0041}',
  ],
  // Look-alikes of letters and signs.
  ...['pr\u043ed', 'ｖ１', 'v1；id', 'v1｜sh', '‘id’', '“id”', '＄(id)', 'ﬁle', '٣'],
  // HTML, addresses, templates, and names of objects' own properties.
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"onmouseover="alert(1)',
    'javascript:alert(1)',
    '{{host}}',
  ],
  ...['v1.4.2 --force', 'v'.repeat(201), 'v1\ud800', '(id)', 'v1^id', 'a\'b"c', '&lt;b&gt;'],
];
