import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomCaps } from '~/core/room/caps';
import { deflate } from '~/core/room/deflate';
import { deriveKeys } from '~/core/room/keys';
import { openPayload, sealPayload } from '~/core/room/payload';
import { readPresence } from '~/core/room/presence';
import { readSegment } from '~/core/room/segment';
import { readTopic, topicOf } from '~/core/room/topic';

const { subtle } = crypto;
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/**
 * Messages that must open for ever, as a room's browsers of every version share them. Written once by `UPDATE=1`; a vector that is there is never written
 * again. The deflated one is only read: how well somebody compresses is their own affair.
 */
const file = new URL('../../golden/room/v1.json', import.meta.url);
const secret = Uint8Array.from({ length: 16 }, (_, i) => 255 - i);
const nonce = Uint8Array.from({ length: 12 }, (_, i) => i * 3);
const short = '["00c0ffee","runbooks/release",29000000,[["mark/backup","done",29000001,0,"KL"]]]';
const rows = Array.from({ length: 20 }, (_, i) => [`mark/step-${String(i)}`, 'done', 29_000_001, i, 'KL']);
const long = JSON.stringify(['00c0ffee', 'runbooks/release', 29_000_000, rows]);
const presence = '["here","Kim Lee",30,[3,4026531839,17]]';

const keys = await deriveKeys(subtle, secret);
const topics = {
  short: topicOf(keys.room, { kind: 'segment', writer: '0123456789abcdef', n: 0 }),
  long: topicOf(keys.room, { kind: 'segment', writer: '0123456789abcdef', n: 12 }),
  presence: topicOf(keys.room, { kind: 'presence', writer: '0123456789abcdef' }),
};

const make = async (topic: string, text: string) => {
  const sealed = await sealPayload(subtle, keys.key, { topic, text, nonce });
  return sealed.ok ? sealed.value : expect.fail(sealed.reason);
};
const open = (topic: string, message: Uint8Array) => openPayload(subtle, keys.key, { topic, message });

if (process.env['UPDATE'] && !existsSync(file)) {
  const made = [
    { topic: topics.short, text: short },
    { topic: topics.long, text: long },
    { topic: topics.presence, text: presence },
  ].map(async ({ topic, text }) => ({ topic, text, message: toHex(await make(topic, text)) }));
  const vectors = { secret: toHex(secret), room: keys.room, messages: await Promise.all(made) };
  writeFileSync(file, `${JSON.stringify(vectors, null, 1)}\n`);
}
const golden = JSON.parse(readFileSync(file, 'utf8'));

describe('messages that were sent', () => {
  test('[LV2] a secret gives the same room for ever', async () => {
    expect((await deriveKeys(subtle, fromHex(golden.secret))).room).toBe(golden.room);
    expect(golden.room).toMatch(/^[0-9a-f]{32}$/);
  });

  test('[LV4] open for ever', async () => {
    expect(golden.messages).toHaveLength(3);
    for (const { topic, text, message } of golden.messages) {
      expect(await open(topic, fromHex(message))).toEqual({ ok: true, value: text });
    }
  });

  test('[LV4] a plain one is written the same for ever', async () =>
    expect(toHex(await make(topics.presence, presence))).toBe(golden.messages[2].message));

  test('[LV2] the key does not leave the browser', async () =>
    expect(await subtle.exportKey('raw', keys.key).catch(({ name }) => name)).toBe('InvalidAccessError'));
});

describe('a message', () => {
  test('[LV4] hides its exact length: a multiple of 64 bytes, and what the cipher adds', async () => {
    for (const text of ['', short, long, presence]) expect((await make(topics.short, text)).length % 64).toBe(29);
  });

  test('[LV4] opens under its own topic, key and bytes alone', async () => {
    const message = await make(topics.short, short);
    const refused = { ok: false, reason: 'unreadable' };
    expect(await open(topics.long, message)).toEqual(refused);
    const others = await deriveKeys(subtle, nonce);
    expect(await openPayload(subtle, others.key, { topic: topics.short, message })).toEqual(refused);
    for (let i = 1; i < message.length; i++) {
      expect((await open(topics.short, message.with(i, (message[i] ?? 0) ^ 1))).ok).toBe(false);
      expect((await open(topics.short, message.slice(0, i))).ok).toBe(false);
    }
  });

  test('[LV4] of a newer version says so', async () =>
    expect(await open(topics.short, (await make(topics.short, short)).with(0, 2))).toEqual({
      ok: false,
      reason: 'newer',
    }));

  test('[LV9] too big is refused, on the way out and on the way in, inflated or not', async () => {
    const noise = Array.from({ length: 9000 }, (_, i) =>
      String.fromCharCode(33 + ((i * i * 7919) % 4001) + (i % 89)),
    ).join('');
    expect(await sealPayload(subtle, keys.key, { topic: topics.short, text: noise, nonce })).toEqual({
      ok: false,
      reason: 'too-big',
    });
    expect(await open(topics.short, new Uint8Array(roomCaps.message + 1))).toEqual({ ok: false, reason: 'too-big' });
    // A bomb: little as it travels, much once it is inflated.
    const bomb = await deflate(new Uint8Array(1_000_000));
    const padded = new Uint8Array(Math.ceil((bomb.length + 3) / 64) * 64);
    padded.set([bomb.length >> 8, bomb.length & 255, 1]);
    padded.set(bomb, 3);
    const cipher = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(topics.short) };
    const sealed = new Uint8Array(await subtle.encrypt(cipher, keys.key, padded));
    expect(await open(topics.short, Uint8Array.from([1, ...nonce, ...sealed]))).toEqual({
      ok: false,
      reason: 'too-big',
    });
  });

  test('[LV4] of random bytes is refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await open(topics.short, bytes)).ok).toBe(false);
      }),
    );
  });
});

describe('what stands in a message', () => {
  test.each([
    ['', 'null', '[]', '{}', '{"0":1}', '[1,2,3,4]', short.replace('00c0ffee', '00C0FFEE'), short.replace('[[', '[')],
    [
      short.replace('"done"', '"perfect"'),
      short.replace('29000001', '-1'),
      short.replace('29000000', '1e99'),
      short.replace('"KL"', '"K\\u202eL"'),
      short.replace('"KL"', JSON.stringify('K'.repeat(81))),
      short.replace('"KL"', '"KL","more"'),
      short.replace('backup', 'b'.repeat(201)),
      short.replace(/\[\[.*/, `${JSON.stringify(Array(33).fill(['mark/a', 'done', 1, 0, '']))}]`),
    ],
  ])('[LV5] is read whole or refused', (...texts) => {
    expect(readSegment(short).ok).toBe(true);
    for (const text of texts) expect([text, readSegment(text)]).toEqual([text, { ok: false, reason: 'unreadable' }]);
  });

  test('[LV11] a presence is read whole or refused; a digest that is none is left out', () => {
    expect(readPresence(presence)).toEqual({
      ok: true,
      value: { word: 'here', name: 'Kim Lee', interval: 30, digest: [3, 4_026_531_839, 17] },
    });
    for (const text of [
      '',
      '[]',
      '["off","",30]',
      '["here",7,30]',
      '["here","",-1]',
      '["here","",4000]',
      '["here","\\u202e",30]',
    ]) {
      expect(readPresence(text)).toEqual({ ok: false, reason: 'unreadable' });
    }
    expect(readPresence('["here","",30,[1,-2,3]]')).toMatchObject({ ok: true, value: { digest: undefined } });
  });

  test('[LV3] a topic names a place of its own room, or none', () => {
    expect(readTopic(keys.room, topics.long)).toEqual({ kind: 'segment', writer: '0123456789abcdef', n: 12 });
    expect(readTopic(keys.room, topics.presence)).toEqual({ kind: 'presence', writer: '0123456789abcdef' });
    const others = [
      '',
      'rs/1/x/s/0123456789abcdef/0',
      `${topics.long}/`,
      topics.long.replace('12', '012'),
      topics.presence.replace('0', 'G'),
    ];
    for (const other of others) expect(readTopic(keys.room, other)).toBeUndefined();
  });
});
