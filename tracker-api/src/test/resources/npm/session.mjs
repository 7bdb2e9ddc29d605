// The README's sessions, read as they stand there, with got in curl's place: node session.mjs SCRIPT PORT OUTPUT CALLS, where ./data is the tracker's.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import got from 'got';
import { parse, Shell } from './shell.mjs';

const [script, port, output, calls] = process.argv.slice(2);

/** The README's address is its own; the tracker of a test listens elsewhere. */
class Elsewhere extends http.Agent {
  createConnection(options, made) {
    assert.equal(`${options.host}:${options.port}`, 'localhost:8080');
    return super.createConnection({ ...options, port: Number(port) }, made);
  }
}

const client = got.extend({
  agent: { http: new Elsewhere() },
  followRedirect: false,
  headers: { accept: '*/*' },
  responseType: 'buffer',
  retry: { limit: 0 },
  throwHttpErrors: false,
  timeout: { request: 60_000 },
});

const programs = {
  async curl(given) {
    const { url, ...options } = curlOptions(given);
    const answer = await client(url, options);
    appendFileSync(calls, `${answer.statusCode} ${options.method} ${url}\n`);
    return answer.body;
  },
  sed([quiet, expression, file]) {
    const [, from, to, flags] = /^s\/(.*)\/(.*)\/(.*)$/.exec(expression);
    assert.deepEqual([quiet, to, flags], ['-n', '\\1', 'p']);
    assert.doesNotMatch(from, /[+?{}|^$[\]]/);
    const pattern = new RegExp(from.replaceAll('\\(', '(').replaceAll('\\)', ')'));
    const lines = readFileSync(file, 'utf8').split('\n').filter((line) => pattern.test(line));
    return Buffer.from(lines.map((line) => `${line.replace(pattern, '$1')}\n`).join(''));
  },
  sha256sum(given, input) {
    assert.deepEqual(given, []);
    return Buffer.from(`${createHash('sha256').update(input).digest('hex')}  -\n`);
  },
  cut([how, range, ...more], input) {
    const [, first, last] = /^(\d+)-(\d+)$/.exec(range);
    assert.deepEqual([how, ...more], ['-c']);
    const lines = input.toString().trimEnd().split('\n');
    return Buffer.from(lines.map((line) => `${line.slice(first - 1, last)}\n`).join(''));
  },
  date(given) {
    assert.deepEqual(given, ['-u', '+%FT%TZ']);
    return Buffer.from(`${new Date().toISOString().slice(0, 19)}Z\n`);
  },
};

/** curl's options as got's. One that is not known here ends the test. */
function curlOptions(given) {
  const options = { headers: {} };
  const left = [...given];
  while (left.length > 0) {
    const option = left.shift();
    if (option === '-X') {
      options.method = left.shift();
    } else if (option === '-H') {
      const [, name, value] = /^([^:]+): (.+)$/.exec(left.shift());
      options.headers[name.toLowerCase()] = value;
    } else if (option === '-d' || option === '--data-binary') {
      assert.equal(options.body, undefined);
      options.body = data(option, left.shift());
      options.method ??= 'POST';
      options.headers['content-type'] ??= 'application/x-www-form-urlencoded';
    } else if (option.startsWith('-')) {
      assert.equal(option, '-s', `an unknown option of curl: ${option}`);
    } else {
      assert.equal(options.url, undefined, `a second address: ${option}`);
      options.url = option;
    }
  }
  options.method ??= 'GET';
  return options;
}

function data(option, value) {
  if (!value.startsWith('@')) {
    return value;
  }
  assert.equal(option, '--data-binary', 'of a file, -d would take the line ends away');
  return readFileSync(value.slice(1));
}

const shell = new Shell(programs, { read: (file) => readFileSync(file), write: (file, bytes) => writeFileSync(file, bytes) });
writeFileSync(output, await shell.run(parse(readFileSync(script, 'utf8'))));
