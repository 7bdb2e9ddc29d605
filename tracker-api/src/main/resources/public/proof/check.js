import { get, planPath } from '../data/api.js';
import { eventsOf } from '../data/events.js';
import { fromBase64, fromHex, hex, indexOf } from './bytes.js';
import { checkLog, keepChecked } from './log-check.js';
import { included, leafHash, sha256 } from './merkle.js';

/** Whether this browser can compute at all: it lends its hashes and signatures only to pages that come by https, or from this machine. */
export function canCheck() {
  return Boolean(globalThis.isSecureContext && crypto.subtle);
}

/**
 * Everything about one event that can be computed here, of what the server sent: steps [{name, good, said}], in order. What is computed
 * does not depend on the server's word; only its bytes, its proof and its signed checkpoint do.
 */
export async function checkEvent(event) {
  const log = await checkLog(event.id);
  const { proof, checkpoint, before } = log;
  const bytes = fromBase64(proof.event);
  const steps = [
    await hashed(event, bytes),
    await chained(event, bytes),
    {
      name: 'included',
      good: await included(await leafHash(bytes), proof.index, checkpoint.size, proof.proof.map(fromHex), checkpoint.root),
      said: `${proof.index} / ${checkpoint.size}`,
    },
    { name: 'signed', good: log.signers.length > 0, said: log.fault ?? log.signers.join(', ') },
    before
      ? { name: 'extended', good: log.extended, said: `${before.size} → ${checkpoint.size}` }
      : { name: 'kept-first', good: true, said: String(checkpoint.size) },
  ];
  if (steps.every((step) => step.good)) {
    keepChecked(log);
  }
  return steps;
}

/** The event's hash is that of its bytes, and its subject, version and id are in them. */
async function hashed(event, bytes) {
  const digest = hex(await sha256(bytes));
  const text = new TextEncoder();
  const named = [event.id, event.subject, event.plan].every((part) => indexOf(bytes, text.encode(part)) >= 0);
  return { name: 'hashed', good: digest === event.hash && named, said: digest };
}

/** The bytes hold the hash of the subject's event before, which is computed of that event's own bytes. */
async function chained(event, bytes) {
  if (event.version === 1) {
    return { name: 'first', good: true, said: '' };
  }
  const before = await predecessor(event);
  if (!before) {
    return { name: 'chained', good: false, said: '' };
  }
  const proof = await get(planPath(`/audit/proofs/${encodeURIComponent(before.id)}`));
  const digest = await sha256(fromBase64(proof.event));
  return { name: 'chained', good: hex(digest) === event.previousHash && indexOf(bytes, digest) >= 0, said: hex(digest) };
}

/** The subject's event of the version before; null where the log has none. */
async function predecessor(event) {
  const events = await eventsOf(`${event.kind}/${event.subject}`);
  return events.find((one) => one.version === event.version - 1) ?? null;
}
