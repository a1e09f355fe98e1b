import { connect } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { find, startMosquitto, startNats, type Installed } from './installed';
import { joinAs, roomName, until, type RoomPerson } from './people';

/* Real brokers with the files of deploy/live, where they are installed. The certificate is one of the test's own. */

process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';

const mosquitto = find('mosquitto');
const nats = find('nats-server');

let people: RoomPerson[] = [];
const isOpen = ({ member }: RoomPerson) => member.room().phase === 'open';

/** Joins, and tries again at once where the broker is still starting. */
async function join(name: string, url: string): Promise<RoomPerson> {
  const person = joinAs(name, url);
  people.push(person);
  const again = setInterval(() => person.member.tell({ kind: 'wake' }), 300);
  await until(() => isOpen(person)).finally(() => clearInterval(again));
  return person;
}

afterEach(() => {
  people.forEach(({ member }) => member.tell({ kind: 'leave' }));
  people = [];
});

/** Three people tick 300 items each, while things happen to the broker. */
async function tickThrough(broker: Installed, happenings: Record<number, () => Promise<void> | void>): Promise<void> {
  const urlOf = (n: number) => broker.urls[n % broker.urls.length] ?? '';
  const three = [await join('Kim', urlOf(0)), await join('Lee', urlOf(1)), await join('Max', urlOf(2))];
  for (let i = 0; i < 300; i++) {
    three.forEach((person, n) => person.tick(`${String(n)}-${String(i)}`));
    await happenings[i]?.();
    await new Promise((next) => setTimeout(next, 5));
  }
  const again = setInterval(() => three.forEach(({ member }) => member.tell({ kind: 'wake' })), 500);
  const isThrough = (person: RoomPerson) => isOpen(person) && person.pending() === 0 && person.entries.length === 900;
  await until(() => three.every(isThrough), 90_000).finally(() => clearInterval(again));
  expect(three[1]?.holds()).toEqual(three[0]?.holds());
  expect(three[2]?.holds()).toEqual(three[0]?.holds());
  const late = await join('Late', urlOf(0));
  await until(() => late.entries.length === 900);
}

/** What a stranger gets who does not know the room, but its name's pattern. */
function listen(url: string, username: string, topic: string): Promise<{ granted: number; heard: number }> {
  return new Promise((answer, failed) => {
    const client = connect(url, { username, protocolVersion: 4, reconnectPeriod: 0, rejectUnauthorized: false });
    let heard = 0;
    client.on('message', () => heard++);
    client.on('error', failed);
    client.on('connect', () => {
      client.subscribe(topic, (_, granted) => {
        setTimeout(() => {
          client.end(true);
          answer({ granted: granted?.[0]?.qos ?? 128, heard });
        }, 500);
      });
    });
  });
}

describe.runIf(mosquitto)('Mosquitto, as deploy/live configures it', () => {
  let broker: Installed;
  beforeAll(async () => {
    broker = await startMosquitto(mosquitto ?? '');
  });
  afterAll(() => broker.end());

  test('[LV6] killed, restarted and wiped while three people tick 300 items each: all have all', () =>
    tickThrough(broker, {
      100: () => broker.stop(),
      140: () => broker.start(),
      200: () => broker.stop(),
      220: () => broker.wipe(),
      240: () => broker.start(),
    }));

  test('[LV12] speaks MQTT 5, and says when a message expires', async () => {
    const kim = await join('Kim', broker.urls[0] ?? '');
    kim.tick('expires');
    await until(() => kim.pending() === 0);
    expect([...kim.member.room().seen.values()].some(({ staleAt }) => Number.isFinite(staleAt))).toBe(true);
  });

  test('its access list: who does not know a room can neither read nor list it; who knows it can', async () => {
    const url = broker.urls[0] ?? '';
    expect((await listen(url, 'nobody', 'rs/#')).heard).toBe(0);
    expect((await listen(url, 'nobody', `rs/1/${roomName}/#`)).heard).toBe(0);
    expect((await listen(url, roomName, `rs/1/${roomName}/#`)).heard).toBeGreaterThan(0);
  });
});

describe.runIf(nats)('three nodes of NATS, as deploy/live configures them', () => {
  let broker: Installed;
  beforeAll(async () => {
    broker = await startNats(nats ?? '');
  });
  afterAll(() => broker.end());

  test('[LV6] one node killed and back while three people tick 300 items each at three nodes: all have all, by MQTT 3.1.1', () =>
    tickThrough(broker, { 100: () => broker.stop(1), 200: () => broker.start(1) }));

  test('its permissions: nothing but rooms', async () => {
    const { granted } = await listen(broker.urls[0] ?? '', '', 'secrets/#').catch(() => ({ granted: 128 }));
    expect(granted).toBe(128);
  });
});
