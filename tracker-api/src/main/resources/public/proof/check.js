import { get, planPath } from '../data/api.js';
import { fromBase64, fromHex, hex, indexOf } from './bytes.js';
import { keep, kept } from './keeper.js';
import { consistent, included, leafHash, same, sha256 } from './merkle.js';
import { parseCheckpoint, signersOf } from './note.js';

/** Whether this browser can compute at all: it lends its hashes and signatures only to pages that come by https, or from this machine. */
export function canCheck() {
  return Boolean(globalThis.isSecureContext && crypto.subtle);
}

/**
 * Everything about one event that can be computed here, of what the server sent: steps [{name, good, said}], in order. What is computed
 * does not depend on the server's word; only its bytes, its proof and its signed checkpoint do.
 */
export async function checkEvent(event) {
  const trust = await get('/api/v1/audit/trust');
  const first = await get(planPath(`/audit/proofs/${encodeURIComponent(event.id)}`));
  const checkpoint = parseCheckpoint(first.checkpoint.note);
  const before = kept(checkpoint.origin);
  const proof =
    before && before.size < checkpoint.size && before.size > 0
      ? await get(planPath(`/audit/proofs/${encodeURIComponent(event.id)}?since=${before.size}`))
      : first;
  const signed = parseCheckpoint(proof.checkpoint.note);
  const bytes = fromBase64(proof.event);
  const leaf = await leafHash(bytes);
  const steps = [
    await hashed(event, bytes),
    await chained(event, bytes),
    {
      name: 'included',
      good: await included(leaf, proof.index, signed.size, proof.proof.map(fromHex), signed.root),
      said: `${proof.index} / ${signed.size}`,
    },
    await signature(signed, before?.keys ?? trust.keys),
    await extended(before, signed, proof.consistency),
  ];
  if (steps.every((step) => step.good)) {
    keep(signed.origin, { note: proof.checkpoint.note, size: signed.size, keys: before?.keys ?? trust.keys });
  }
  return { steps, checkpoint: signed, bytes: bytes.length };
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
export async function predecessor(event) {
  const page = await get(planPath(`/events?subject=${encodeURIComponent(subjectOf(event))}&limit=1000`));
  return page.items.find((one) => one.kind === event.kind && one.version === event.version - 1) ?? null;
}

function subjectOf(event) {
  return `${event.kind}/${event.subject}`;
}

async function signature(checkpoint, keys) {
  try {
    const signers = await signersOf(checkpoint, keys);
    return { name: 'signed', good: signers.length > 0, said: signers.join(', ') };
  } catch (fault) {
    return { name: 'signed', good: false, said: fault.message };
  }
}

/** The log still begins with what this browser has kept of it. */
async function extended(before, checkpoint, consistency) {
  if (!before || before.size === 0) {
    return { name: 'kept-first', good: true, said: String(checkpoint.size) };
  }
  const old = parseCheckpoint(before.note);
  if (old.size >= checkpoint.size) {
    const good = old.size === checkpoint.size && same(old.root, checkpoint.root);
    return { name: 'extended', good, said: `${old.size} → ${checkpoint.size}` };
  }
  const good =
    consistency !== null &&
    consistency !== undefined &&
    consistency.from === old.size &&
    consistency.to === checkpoint.size &&
    (await consistent(old.size, old.root, checkpoint.size, checkpoint.root, consistency.proof.map(fromHex)));
  return { name: 'extended', good, said: `${old.size} → ${checkpoint.size}` };
}
