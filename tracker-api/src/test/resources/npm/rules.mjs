// What api.md promises to every client, asked for by got and its own cache: node rules.mjs PORT TOKENS.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import got from 'got';
import { Wire } from './wire.mjs';

const [port, tokens] = process.argv.slice(2);
const tokenOf = JSON.parse(readFileSync(tokens, 'utf8'));
const PLAN = '/api/v1/plans/changsha-hitech-14fyp';
/** Who writes reads what it wrote: each answer's position goes with the next request. */
let position;
const follower = got.extend({
  hooks: {
    beforeRequest: [({ headers }) => void (position && (headers['tracker-position'] = position))],
    afterResponse: [
      (response) => {
        position = response.headers['tracker-position'] ?? position;
        return response;
      },
    ],
  },
});
const tracker = follower.extend({
  prefixUrl: `http://localhost:${port}${PLAN}`,
  headers: { authorization: `Bearer ${tokenOf['planning-office']}` },
  responseType: 'json',
  throwHttpErrors: false,
});
const yuan = (period, value) => ({ period, value, unit: '亿元' });

async function aCacheAsksAgainAndIsTold() {
  const wire = await Wire.to(port);
  const kept = tracker.extend({ prefixUrl: wire.base + PLAN, cache: new Map(), cacheOptions: { shared: false } });
  const first = await kept('indicators/I03');
  const second = await kept('indicators/I03');
  assert.deepEqual([first.isFromCache, second.isFromCache], [false, true]);
  assert.deepEqual(second.body, first.body);
  assert.equal(wire.answered.split('HTTP/1.1 304').length - 1, 1);

  const written = await tracker.post('indicators/I03/reports', { json: yuan('2021', 350) });
  const third = await kept('indicators/I03');
  assert.deepEqual([third.isFromCache, third.body.value], [false, 350]);
  assert.equal(third.headers.etag, written.headers.etag);
  wire.close();
}

async function aLongAnswerIsCompressedWhereThatIsWished() {
  const plain = await tracker('indicators?limit=100', { decompress: false, responseType: 'buffer' });
  const zipped = await tracker('indicators?limit=100', {
    decompress: false,
    headers: { 'accept-encoding': 'gzip' },
    responseType: 'buffer',
  });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(zipped.body), plain.body);
  assert.ok(zipped.body.length < plain.body.length / 3);
  const itself = await tracker('indicators?limit=100');
  assert.equal(itself.headers['content-encoding'], 'gzip');
  assert.deepEqual(itself.body, JSON.parse(plain.body));
}

async function headSaysWhatGetWould() {
  const get = await tracker('indicators/I03');
  const head = await tracker.head('indicators/I03', { responseType: 'text' });
  assert.equal(head.statusCode, 200);
  assert.equal(head.headers.etag, get.headers.etag);
  assert.equal(head.headers['content-type'], get.headers['content-type']);
  assert.equal(head.body, '');
}

async function whatIsSentTwiceCountsOnce() {
  const sent = { headers: { 'idempotency-key': 'got-1' }, json: yuan('2021', 140) };
  const first = await tracker.post('indicators/I04/reports', sent);
  const again = await tracker.post('indicators/I04/reports', sent);
  assert.equal(first.statusCode, 201);
  assert.equal(again.statusCode, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.headers.location, first.headers.location);
  isProblem(await tracker.post('indicators/I04/reports', { ...sent, json: yuan('2021', 141) }), 422, 'key-reused');
}

async function aWriteOnAnOldVersionIsRefused() {
  const { headers } = await tracker('indicators/I05');
  const onIt = { headers: { 'if-match': headers.etag } };
  const first = await tracker.post('indicators/I05/reports', { ...onIt, json: yuan('2021', 1500) });
  assert.equal(first.statusCode, 201);
  const second = await tracker.post('indicators/I05/reports', { ...onIt, json: yuan('2022', 1600) });
  isProblem(second, 412, 'stale-version');
  assert.equal(`"${second.body.currentVersion}"`, first.headers.etag);
}

async function whoDoesNotWaitAsksLater() {
  const accepted = await tracker.post('indicators/I15/reports', {
    headers: { prefer: 'respond-async' },
    json: yuan('2021', 70),
  });
  assert.equal(accepted.statusCode, 202);
  const outcome = await follower(new URL(accepted.headers.location, `http://localhost:${port}`), {
    headers: tracker.defaults.options.headers,
    responseType: 'json',
    retry: { limit: 100, statusCodes: [404, 503], calculateDelay: ({ attemptCount }) => (attemptCount > 100 ? 0 : 50) },
  });
  assert.equal(outcome.statusCode, 200);
  assert.equal(outcome.body.state.value, 70);
}

async function pagesMakeUpTheList() {
  const pages = (path, cursor) =>
    tracker.paginate.all(path, {
      searchParams: { limit: 7 },
      pagination: {
        transform: ({ body }) => body.items,
        paginate: ({ response: { body } }) => (body.next ? { searchParams: { limit: 7, [cursor]: body.next } } : false),
      },
    });
  for (const [list, many] of [['indicators', 60], ['projects', 91]]) {
    const whole = await tracker(list, { searchParams: { limit: 1000 } });
    assert.equal(whole.body.items.length, many);
    assert.deepEqual(await pages(list, 'cursor'), whole.body.items);
  }
  const positions = (await pages('events', 'after')).map(({ position }) => position);
  assert.ok(positions.length > 300, `${positions.length} events`);
  assert.deepEqual(positions, positions.map((_, i) => i + 1));
}

function isProblem({ statusCode, headers, body }, status, type) {
  assert.equal(statusCode, status, JSON.stringify(body));
  assert.match(headers['content-type'], /^application\/problem\+json/);
  assert.ok(body.type.endsWith(`/${type}`), body.type);
  assert.equal(body.status, status);
}

await aCacheAsksAgainAndIsTold();
await aLongAnswerIsCompressedWhereThatIsWished();
await headSaysWhatGetWould();
await whatIsSentTwiceCountsOnce();
await aWriteOnAnOldVersionIsRefused();
await whoDoesNotWaitAsksLater();
await pagesMakeUpTheList();
