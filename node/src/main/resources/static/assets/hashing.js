// SHA-256 of a file, and on the way of its first bytes, in a worker, so that the page stays alive; the file is never in
// memory whole.
import { sha256 } from './noble-hashes-2.4.0/sha2.js';

const hex = digest => [...digest].map(it => it.toString(16).padStart(2, '0')).join('');

onmessage = async event => {
  const { blob, part } = event.data;
  try {
    const hash = sha256.create();
    const reader = blob.stream().getReader();
    let done = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      let bytes = piece.value;
      if (part && done < part && part <= done + bytes.length) {
        hash.update(bytes.subarray(0, part - done));
        postMessage({ part: hex(hash.clone().digest()) });
        bytes = bytes.subarray(part - done);
        done = part;
      }
      hash.update(bytes);
      done += bytes.length;
    }
    postMessage({ sha256: hex(hash.digest()) });
  } catch (failure) {
    postMessage({ error: String(failure) });
  }
};
