/** RFC 9162 in the browser: what a server says of its log is checked here, by nothing but SHA-256. Hashes are Uint8Arrays. */

export async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

export function leafHash(bytes) {
  return sha256(Uint8Array.of(0), bytes);
}

function nodeHash(left, right) {
  return sha256(Uint8Array.of(1), left, right);
}

/** Section 2.1.3.2: whether the leaf is at `index` of the tree of `size` leaves that has this root. */
export async function included(leaf, index, size, proof, root) {
  if (index < 0 || index >= size) {
    return false;
  }
  let node = BigInt(index);
  let last = BigInt(size) - 1n;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0n) {
      return false;
    }
    if (node & 1n || node === last) {
      hash = await nodeHash(sibling, hash);
      while (!(node & 1n) && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && same(hash, root);
}

/** Section 2.1.4.2: whether the tree of `second` leaves begins with the first `first` ones, as they were under the first root. */
export async function consistent(first, firstRoot, second, secondRoot, proof) {
  if (first === second) {
    return proof.length === 0 && same(firstRoot, secondRoot);
  }
  if (first < 1 || first > second) {
    return false;
  }
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  let node = BigInt(first) - 1n;
  let last = BigInt(second) - 1n;
  while (node & 1n) {
    node >>= 1n;
    last >>= 1n;
  }
  if (path.length === 0) {
    return false;
  }
  let old = path[0];
  let grown = path[0];
  for (const sibling of path.slice(1)) {
    if (last === 0n) {
      return false;
    }
    if (node & 1n || node === last) {
      old = await nodeHash(sibling, old);
      grown = await nodeHash(sibling, grown);
      while (!(node & 1n) && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      grown = await nodeHash(grown, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && same(old, firstRoot) && same(grown, secondRoot);
}

function isPowerOfTwo(number) {
  const big = BigInt(number);
  return (big & (big - 1n)) === 0n;
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
