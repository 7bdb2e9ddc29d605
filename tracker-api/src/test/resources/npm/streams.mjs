// Both streams by eventsource, which reconnects by itself, over wires that are cut: node streams.mjs PORT TOKENS.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EventSource } from 'eventsource';
import got from 'got';
import { Wire } from './wire.mjs';

const [port, tokens] = process.argv.slice(2);
const tokenOf = JSON.parse(readFileSync(tokens, 'utf8'));
const PLAN = '/api/v1/plans/changsha-hitech-14fyp';
const tracker = got.extend({ prefixUrl: `http://localhost:${port}${PLAN}`, responseType: 'json' });
const as = (role) => ({ headers: { authorization: `Bearer ${tokenOf[role]}` } });

/** `cuts`: within the headers, within events, and between them. */
async function follow(path, role, name, start, encoding, cuts) {
  const wire = await Wire.to(port, cuts);
  const heard = { wire, cuts: cuts.length, events: [], others: 0, resumedAfter: [] };
  const headers = { ...as(role).headers, 'accept-encoding': encoding };
  const source = new EventSource(`${wire.base}${PLAN}/${path}?after=${start}`, {
    fetch: (url, init) => {
      heard.resumedAfter.push([init.headers['Last-Event-ID'], heard.events.at(-1)?.id]);
      return fetch(url, { ...init, headers: { ...init.headers, ...headers } });
    },
  });
  source.addEventListener(name, (event) => heard.events.push({ id: event.lastEventId, data: JSON.parse(event.data) }));
  source.addEventListener('gap', () => heard.others++);
  source.onmessage = () => heard.others++;
  heard.until = async (position) => {
    while (Number(heard.events.at(-1)?.id ?? 0) < position) {
      assert.notEqual(source.readyState, EventSource.CLOSED, 'it has given up');
      await pause(50);
    }
  };
  heard.close = () => {
    source.close();
    wire.close();
  };
  return heard;
}

async function write(indicator, period, value) {
  const json = { period, value, unit: '家', note: 'by a program · 程序' };
  return tracker.post(`indicators/${indicator}/reports`, { ...as('planning-office'), json });
}

/** Cuts are for nothing where they are not resumed from. */
function wasCutAndResumed(heard) {
  assert.equal(heard.wire.cut, heard.cuts);
  assert.equal(heard.resumedAfter.length, heard.cuts + 1);
  for (const [sent, received] of heard.resumedAfter) {
    assert.equal(sent, received);
  }
  assert.ok(heard.resumedAfter.at(-1)[0] > 0, 'the last connection went on from an event');
  assert.equal(heard.others, 0, 'nobody is told of heartbeats');
}

const start = (await tracker('', as('auditor'))).body.position;
const events = await follow('events/stream', 'auditor', 'event', start, 'identity', [150, 1_900, 5_003, 9_001]);
const states = await follow('stream', 'dashboard', 'state', start, 'gzip', [150, 900, 1_400, 1_901]);
let end = 0;
for (let year = 2021; year <= 2024; year++) {
  for (let quarter = 1; quarter <= 4; quarter++) {
    for (const indicator of ['I06', 'I07', 'I11']) {
      end = (await write(indicator, `${year}-Q${quarter}`, 60 + year - 2021 + quarter)).body.position;
    }
  }
}
await Promise.all([events.until(end), states.until(end)]);
// Whatever would come twice has come by then.
await pause(1_000);

const log = await tracker.paginate.all('events', {
  ...as('auditor'),
  searchParams: { after: start, limit: 10 },
  pagination: {
    transform: ({ body }) => body.items,
    paginate: ({ response }) => (response.body.next ? { searchParams: { after: response.body.next, limit: 10 } } : false),
  },
});
assert.ok(log.length >= 48, `${log.length} events`);
assert.deepEqual(events.events.map(({ data }) => data), log);
assert.deepEqual(events.events.map(({ id }) => id), log.map(({ position }) => String(position)));
assert.deepEqual(states.events.map(({ id }) => id), events.events.map(({ id }) => id));
for (const { id, data } of states.events) {
  assert.equal(String(data.position), id);
  assert.equal(data.state.version, data.version);
}
const last = states.events.findLast(({ data }) => data.subject === 'indicator/I11').data;
assert.deepEqual(last.state, (await tracker('indicators/I11', as('dashboard'))).body);
wasCutAndResumed(events);
wasCutAndResumed(states);
assert.ok(events.wire.answered.split(': heartbeat').length > 5, 'heartbeats came');
events.close();
states.close();
console.log(`${log.length} events and as many states, each once and in order, over ${events.cuts + states.cuts} cuts`);
