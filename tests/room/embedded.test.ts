import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBroker, type EmbeddedBroker } from '~/build/live/embedded-broker';
import type { Entry } from '~/core/run/entry';
import { topicOf } from '~/core/room/topic';
import { joinAs, roomName, until, type RoomPerson } from './room-person';
import { isOpen, tickThrough, ticks, untilIn, untilLost } from './rounds';

// A machine that is busy with other work may take its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let broker: EmbeddedBroker;
let people: RoomPerson[] = [];

const join = (name: string, before: readonly Entry[] = []): RoomPerson => {
  const person = joinAs(name, broker.url, before);
  people.push(person);
  return person;
};

beforeEach(async () => {
  broker = await startBroker();
});
afterEach(async () => {
  people.forEach(({ member }) => member.tell({ kind: 'leave' }));
  people = [];
  await broker.stop();
});

const many = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `mark/old-${String(i)}`,
    value: 'done',
    at: 29_000_000,
    seq: 0,
    by: 'KL',
  }));

test('a broker whose port is taken says so to whoever starts it', async () => {
  await expect(startBroker(broker.port)).rejects.toThrow('EADDRINUSE');
});

describe('a room on the embedded broker', () => {
  test('[LV6] three people tick while the broker is killed, restarted and wiped: all have all', async () => {
    const three = ['Kim', 'Lee', 'Max'].map((name) => join(name));
    await untilIn(three);
    await tickThrough(three, [
      () => broker.stop().then(() => untilLost(three)),
      () => broker.start().then(() => untilIn(three)),
      () => broker.stop().then(() => untilLost(three)),
      () => broker.start({ wiped: true }),
    ]);
    const late = join('Late');
    await until(() => late.entries.length === 3 * ticks);
    expect(late.holds()).toEqual(three[0]?.holds());
  });

  test('[LV6] a joiner has 900 entries in some thirty messages', async () => {
    const host = join('Kim', many(900));
    await until(() => isOpen(host) && host.pending() === 0);
    expect((await broker.kept()).messages).toBe(29);
    const joiner = join('Lee');
    await until(() => joiner.entries.length === 900);
    expect(joiner.holds()).toEqual(host.holds());
  });

  test('[LV11] people see one another by name; who breaks off is gone by the broker’s word', async () => {
    const [kim, lee] = [join('Kim'), join('Lee')];
    await until(() => kim.names().length === 2 && lee.names().length === 2);
    expect(kim.names()).toEqual(['Kim', 'Lee']);
    lee.member.tell({ kind: 'leave' });
    await until(() => kim.names().length === 1);
    join('Max');
    await until(() => kim.names().length === 2);
    broker.cut();
    await until(() => kim.names().length === 1);
  });

  test('[LV6] an access list that forbids publishing is noticed, though the broker acknowledges', async () => {
    const kim = join('Kim');
    await until(() => isOpen(kim));
    broker.forbid(true);
    kim.tick('a');
    await until(() => kim.member.room().troubles.has('not-taken'));
    expect(kim.pending()).toBe(1);
    broker.forbid(false);
    await until(() => kim.pending() === 0);
    expect(kim.member.room().troubles).toEqual(new Set());
  });

  test('[LV8] garbage, an emptied topic and a message replayed at another topic change nothing', async () => {
    const kim = join('Kim');
    await until(() => isOpen(kim));
    kim.tick('a');
    await until(() => kim.pending() === 0);
    const [topic = ''] = await broker.topics();
    await broker.publish(topic, Buffer.from('garbage'));
    await until(() => kim.member.room().troubles.has('unreadable'));
    await until(() => kim.pending() === 0);
    await broker.publish(topic, Buffer.alloc(0));
    await until(() => kim.pending() > 0 || kim.member.room().own[0]?.sent === 3);
    await until(() => kim.pending() === 0);
    await broker.publish(topicOf(roomName, { kind: 'segment', writer: '00000000000000ff', n: 0 }), Buffer.alloc(9000));
    await until(() => kim.member.room().troubles.has('too-big'));
    expect(kim.entries).toHaveLength(1);
  });

  test('[LV13] a broker that refuses in passing is joined later, under the room’s name: without it nothing would be delivered', async () => {
    broker.refuse(1);
    const kim = join('Kim');
    await until(() => kim.member.room().troubles.has('refused'));
    kim.tick('a');
    await until(() => kim.pending() === 0);
    expect(kim.member.room().troubles).toEqual(new Set());
    expect((await broker.kept()).messages).toBe(1);
  });

  test('a broker that is not there is told, and found when it comes', async () => {
    await broker.stop();
    const kim = join('Kim');
    await until(() => kim.member.room().troubles.has('unreachable'));
    kim.tick('a');
    expect(kim.pending()).toBe(1);
    await broker.start();
    kim.member.tell({ kind: 'wake' });
    await until(() => kim.pending() === 0);
    expect(kim.member.room().troubles).toEqual(new Set());
  });
});
