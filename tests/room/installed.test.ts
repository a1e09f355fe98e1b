import { connect } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { find, startMosquitto, startNats, type Installed } from './installed';
import { joinAs, roomName, until, type RoomPerson } from './room-person';
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

/** Lists the kept messages that somebody gets under this user name, as “topic payload”: they come before the answer to a ping. */
function listen(url: string, username: string | undefined, topic: string): Promise<string[]> {
  return new Promise((answer, failed) => {
    const name = username === undefined ? {} : { username };
    const client = connect(url, { ...name, protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
    const heard: string[] = [];
    client.on('message', (at, payload) => heard.push(`${at} ${payload.toString('hex')}`));
    client.on('error', failed);
    client.on('close', () => failed(new Error('the broker closed the connection')));
    client.on('packetreceive', ({ cmd }) => {
      if (cmd !== 'pingresp') return;
      answer(heard.toSorted());
      client.end(true);
    });
    client.on('connect', () => client.subscribe(topic, () => client.sendPing()));
  });
}

/** Leaves a message to be kept under this user name, and waits until the broker has answered or closed. */
async function write(url: string, username: string | undefined, topic: string, payload: string): Promise<void> {
  const name = username === undefined ? {} : { username };
  const client = connect(url, { ...name, protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
  client.on('error', () => undefined);
  const closed = new Promise<void>((done) => client.once('close', done));
  await until(() => client.connected);
  await Promise.race([client.publishAsync(topic, payload, { qos: 1, retain: true }), closed]);
  client.end(true);
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

/** Tells whether a broker grants somebody without a name the subscription to a topic. */
async function grants(url: string, topic: string): Promise<boolean> {
  const client = connect(url, { protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
  client.on('error', () => undefined);
  await until(() => client.connected);
  const granted = await client.subscribeAsync(topic).catch(() => []);
  client.end(true);
  return granted.length > 0 && granted.every(({ qos }) => qos < 128);
}

/** Says lines of NATS's own protocol over the WebSocket port, and returns the broker's answers up to the one to a ping. */
async function speakNats(url: string, lines: readonly string[]): Promise<string> {
  const socket = new WebSocket(url.replace('/mqtt', '/'), { rejectUnauthorized: false });
  let heard = '';
  socket.on('message', (data: Buffer) => (heard += data.toString()));
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  socket.send(['CONNECT {"verbose":false,"protocol":1,"headers":true}', ...lines, 'PING', ''].join('\r\n'));
  await until(() => heard.includes('PONG')).finally(() => socket.terminate());
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

  test('its access list: who does not know a room can neither read, write nor list it, under any name; who knows it can', async () => {
    const url = broker.urls[0] ?? '';
    const kim = await join('Kim', url);
    kim.tick('kept');
    await until(() => kim.pending() === 0);
    const all = `rs/1/${roomName}/#`;
    const before = await listen(url, roomName, all);
    expect(before.length).toBeGreaterThan(0);
    const [own = ''] = before[0]?.split(' ') ?? [];
    // A name that is a wildcard must not stand for every room.
    for (const stranger of ['nobody', undefined, '', '+', '#', `${roomName}/`]) {
      const topics = [all, 'rs/#', '#', 'rs/1/+/s/#', '+/+/+/+/+/+', '$SYS/#'];
      // The broker may refuse to talk to such a name at all.
      const heard = await Promise.all(topics.map((topic) => listen(url, stranger, topic).catch(() => [])));
      expect([stranger, heard]).toEqual([stranger, topics.map(() => [])]);
    }
    for (const stranger of ['nobody', undefined]) {
      for (const topic of [own, `rs/1/${roomName}/s/ffffffffffffffff/0`]) await write(url, stranger, topic, 'forged');
    }
    expect(await listen(url, roomName, all)).toEqual(before);
  });

  test('its access list: who knows one room can write nowhere else, and nothing that is larger than a message', async () => {
    const url = broker.urls[0] ?? '';
    const other = 'f'.repeat(32);
    await write(url, roomName, `rs/1/${other}/s/ffffffffffffffff/0`, 'elsewhere');
    expect(await listen(url, other, `rs/1/${other}/#`)).toEqual([]);
    await write(url, other, `rs/1/${other}/s/ffffffffffffffff/0`, 'x'.repeat(9000));
    expect(await listen(url, other, `rs/1/${other}/#`)).toEqual([]);
    await write(url, other, `rs/1/${other}/s/ffffffffffffffff/0`, 'x'.repeat(8000));
    expect(await listen(url, other, `rs/1/${other}/#`)).toHaveLength(1);
    await write(url, other, `rs/1/${other}/s/ffffffffffffffff/0`, '');
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
    expect(await passes(url, ['secrets/a', '$MQTT/sub/a', '$SYS/a', topic])).toEqual([topic]);
    for (const wide of ['#', '+/a', 'rs/#', '+/1/#', '$MQTT/#', '$SYS/#'])
      expect([wide, await grants(url, wide)]).toEqual([wide, false]);
    expect(await grants(url, `rs/1/${roomName}/#`)).toBe(true);
  });

  test('its permissions hold for NATS’s own protocol too, which the same port speaks: no wildcard, no streams', async () => {
    const answer = await speakNats(broker.urls[0] ?? '', [
      'SUB > 1',
      'SUB $MQTT.> 2',
      'SUB $SYS.> 3',
      'PUB $JS.API.STREAM.NAMES reply 0',
      '',
      'PUB secrets.a 0',
      '',
      'SUB rs.1.> 4',
    ]);
    const refused = [...answer.matchAll(/-ERR 'Permissions Violation for (\w+) to "([^"]+)"/g)].map(
      ([, what, where]) => `${String(what)} ${String(where)}`,
    );
    expect(refused.toSorted()).toEqual([
      'Publish $JS.API.STREAM.NAMES',
      'Publish secrets.a',
      'Subscription $MQTT.>',
      'Subscription $SYS.>',
      'Subscription >',
    ]);
  });
});
