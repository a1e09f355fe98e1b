import { connect } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { find, startMosquitto, startNats, type Installed } from './installed';
import { joinAs, roomName, until, type RoomPerson } from './people';
import { tickThrough, ticks, untilIn, untilLost } from './rounds';

/* Real brokers with the files of deploy/live, where they are installed. The certificate is one of the test's own. */

// A machine that is busy with other work may take its time: nothing here says how fast a broker is.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';

const mosquitto = find('mosquitto');
const nats = find('nats-server');

let people: RoomPerson[] = [];

async function join(name: string, url: string): Promise<RoomPerson> {
  const person = joinAs(name, url);
  people.push(person);
  await untilIn([person]);
  return person;
}

afterEach(() => {
  people.forEach(({ member }) => member.tell({ kind: 'leave' }));
  people = [];
});

/** Three people, each at a node of the broker if it has several. */
async function joinThree({ urls }: Installed): Promise<RoomPerson[]> {
  const urlOf = (n: number) => urls[n % urls.length] ?? '';
  return [await join('Kim', urlOf(0)), await join('Lee', urlOf(1)), await join('Max', urlOf(2))];
}

async function expectJoinerHasAll(url: string, host: RoomPerson | undefined): Promise<void> {
  const late = await join('Late', url);
  await until(() => late.entries.length === 3 * ticks);
  expect(late.holds()).toEqual(host?.holds());
}

/** Counts the kept messages that somebody gets under this user name: they come before the answer to a ping. */
function listen(url: string, username: string, topic: string): Promise<number> {
  return new Promise((answer, failed) => {
    const client = connect(url, { username, protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
    let heard = 0;
    client.on('message', () => heard++);
    client.on('error', failed);
    client.on('close', () => failed(new Error('the broker closed the connection')));
    client.on('packetreceive', ({ cmd }) => {
      if (cmd !== 'pingresp') return;
      answer(heard);
      client.end(true);
    });
    client.on('connect', () => client.subscribe(topic, () => client.sendPing()));
  });
}

/** Subscribes without a name to all of these topics, writes to each, and returns those that were heard; the last must be. */
async function passes(url: string, topics: readonly string[]): Promise<string[]> {
  const client = connect(url, { protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
  const heard: string[] = [];
  client.on('message', (topic) => heard.push(topic));
  await until(() => client.connected);
  await client.subscribeAsync([...topics]).catch(() => undefined);
  for (const topic of topics) client.publish(topic, 'x');
  await until(() => heard.includes(topics.at(-1) ?? '')).finally(() => client.end(true));
  return heard;
}

describe.runIf(mosquitto)('Mosquitto, as deploy/live configures it', () => {
  let broker: Installed;
  beforeAll(async () => {
    broker = await startMosquitto(mosquitto ?? '');
  });
  afterAll(() => broker.end());

  test('[LV6] killed, restarted and wiped while three people tick: all have all', async () => {
    const three = await joinThree(broker);
    await tickThrough(three, [
      () => broker.stop().then(() => untilLost(three)),
      () => {
        broker.start();
        return untilIn(three);
      },
      () => broker.stop().then(() => untilLost(three)),
      () => {
        broker.wipe();
        broker.start();
      },
    ]);
    await expectJoinerHasAll(broker.urls[0] ?? '', three[0]);
  });

  test('[LV12] speaks MQTT 5, and says when a message expires', async () => {
    const kim = await join('Kim', broker.urls[0] ?? '');
    kim.tick('expires');
    await until(() => kim.pending() === 0);
    expect([...kim.member.room().seen.values()].some(({ staleAt }) => Number.isFinite(staleAt))).toBe(true);
  });

  test('its access list: who does not know a room can neither read nor list it; who knows it can', async () => {
    const url = broker.urls[0] ?? '';
    const kim = await join('Kim', url);
    kim.tick('kept');
    await until(() => kim.pending() === 0);
    expect(await listen(url, 'nobody', 'rs/#')).toBe(0);
    expect(await listen(url, 'nobody', `rs/1/${roomName}/#`)).toBe(0);
    expect(await listen(url, roomName, `rs/1/${roomName}/#`)).toBeGreaterThan(0);
  });
});

describe.runIf(nats)('three nodes of NATS, as deploy/live configures them', () => {
  let broker: Installed;
  beforeAll(async () => {
    broker = await startNats(nats ?? '');
  });
  afterAll(() => broker.end());

  test('[LV6] one node killed and back while three people tick at three nodes: all have all, by MQTT 3.1.1', async () => {
    const three = await joinThree(broker);
    await tickThrough(three, [() => broker.stop(1).then(() => untilLost(three)), () => broker.start(1)]);
    await expectJoinerHasAll(broker.urls[0] ?? '', three[0]);
  });

  test('its permissions: nothing but rooms, and not the subjects in which the broker itself keeps messages', async () => {
    const url = broker.urls[0] ?? '';
    await join('Kim', url);
    const topic = `rs/1/${roomName}/s/a/0`;
    expect(await passes(url, ['secrets/a', '$MQTT/sub/a', topic])).toEqual([topic]);
  });
});
