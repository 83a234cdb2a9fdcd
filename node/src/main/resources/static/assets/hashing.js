// SHA-256 of a file, in a worker, so that the page stays alive; the file is never in memory whole.
import { sha256 } from './noble-hashes-2.4.0/sha2.js';

onmessage = async event => {
  try {
    const hash = sha256.create();
    const reader = event.data.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value);
    postMessage({ sha256: [...hash.digest()].map(it => it.toString(16).padStart(2, '0')).join('') });
  } catch (failure) {
    postMessage({ error: String(failure) });
  }
};
