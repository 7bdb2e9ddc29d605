import { get, planPath } from '../data/api.js';
import { fromHex } from './bytes.js';
import { keep, kept } from './keeper.js';
import { consistent } from './merkle.js';
import { parseCheckpoint, signersOf } from './note.js';

/**
 * The proof of an event with the log's newest signed checkpoint, and whether that extends what this browser has kept: {proof, checkpoint,
 * before, signers, fault, extended}. signers are empty where no known key signed, fault says why a signature is bad (null: none is);
 * before is what was kept, null for nothing, and then `extended` holds.
 */
export async function checkLog(eventId) {
  const address = planPath(`/audit/proofs/${encodeURIComponent(eventId)}`);
  const first = await get(address);
  const before = kept(parseCheckpoint(first.checkpoint.note).origin);
  const proof = before ? await get(`${address}?since=${before.size}`) : first;
  const checkpoint = parseCheckpoint(proof.checkpoint.note);
  const keys = before?.keys ?? (await get('/api/v1/audit/trust')).keys;
  const { signers, fault } = await signed(checkpoint, keys);
  return { proof, checkpoint, before, keys, signers, fault, extended: before === null || (await extendsKept(before, checkpoint, proof.consistency)) };
}

/** What was found to hold is what the next is held against. */
export function keepChecked({ proof, checkpoint, keys }) {
  keep(checkpoint.origin, { note: proof.checkpoint.note, size: checkpoint.size, keys });
}

async function signed(checkpoint, keys) {
  try {
    return { signers: await signersOf(checkpoint, keys), fault: null };
  } catch (fault) {
    return { signers: [], fault: fault.message };
  }
}

function extendsKept(before, checkpoint, consistency) {
  const old = parseCheckpoint(before.note);
  return consistent(old.size, old.root, checkpoint.size, checkpoint.root, (consistency?.proof ?? []).map(fromHex));
}
