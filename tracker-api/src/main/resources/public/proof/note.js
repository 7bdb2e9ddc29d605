import { fromBase64 } from './bytes.js';
import { sha256 } from './merkle.js';

const ED25519 = 1;

/** A signed checkpoint (C2SP tlog-checkpoint) taken apart: {origin, size, root, text, signatures: [{name, hash, bytes}]}. An Error where it is none. */
export function parseCheckpoint(note) {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  if (end < 0 || !origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || !root) {
    throw new Error('not a checkpoint');
  }
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line)
    .map((line) => {
      const [dash, name, base64] = line.split(' ');
      if (dash !== '—' || !base64) {
        throw new Error('not a signature');
      }
      const bytes = fromBase64(base64);
      return { name, hash: bytes.slice(0, 4), bytes: bytes.slice(4) };
    });
  return { origin, size: Number(size), root: fromBase64(root), text, signatures };
}

/** The names of those of `keys` (name+hash+base64) that signed the checkpoint. A bad signature by one of them is an Error. */
export async function signersOf(checkpoint, keys) {
  const message = new TextEncoder().encode(checkpoint.text);
  const signers = [];
  for (const key of keys) {
    const [name, said, base64] = split(key);
    const typed = fromBase64(base64);
    const hash = (await sha256(new TextEncoder().encode(`${name}\n`), typed)).slice(0, 4);
    if (typed[0] !== ED25519 || [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== said) {
      throw new Error(`not a key: ${key}`);
    }
    for (const signature of checkpoint.signatures.filter((one) => one.name === name && one.hash.every((byte, index) => byte === hash[index]))) {
      const publicKey = await crypto.subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify']);
      if (!(await crypto.subtle.verify('Ed25519', publicKey, signature.bytes, message))) {
        throw new Error(`a bad signature by ${name}`);
      }
      signers.push(name);
    }
  }
  return signers;
}

/** Base64 may hold plus signs, a name may not. */
function split(key) {
  const first = key.indexOf('+');
  const second = key.indexOf('+', first + 1);
  return [key.slice(0, first), key.slice(first + 1, second), key.slice(second + 1)];
}
