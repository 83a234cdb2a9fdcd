package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.comity.clock.BackgroundJob;
import org.comity.proof.form.Digests;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What is whole is handed on to a bucket, laid out as in a directory: {@code kept/<first two letters>/<item>/…}. What is being
 * added lies, encrypted, in the folder of this node, because who goes on adding must read what is there; what was sealed stays
 * there until the bucket has all of it, so that a store that is away stops nobody. The manifest is put last: what has one in
 * the bucket is whole. Nothing is deleted in the bucket but a header that nobody was given, and what
 * is destroyed.
 */
final class S3Vault implements Vault {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{2}");
    private static final int MOST_FOREIGN = 1000;

    private final DirectoryVault here;
    private final S3Bucket bucket;
    private final BackgroundJob aside = new BackgroundJob("handing-on");
    /** Items that somebody carries to the bucket, or deletes there. */
    private final Set<UUID> atIt = ConcurrentHashMap.newKeySet();

    private volatile HandingOn turned = new HandingOn(0, false);

    S3Vault(DirectoryVault here, S3Bucket bucket) {
        this.here = here;
        this.bucket = bucket;
    }

    @Override
    public void begin(UUID item, Map<String, byte[]> headers) throws IOException {
        here.begin(item, headers);
    }

    @Override
    public FileChannel payload(UUID item) throws IOException {
        return here.payload(item);
    }

    @Override
    public Optional<byte[]> marked(UUID item) throws IOException {
        return here.marked(item);
    }

    @Override
    public void mark(UUID item, byte[] mark) throws IOException {
        here.mark(item, mark);
    }

    @Override
    public void remove(UUID item) throws IOException {
        here.remove(item);
    }

    @Override
    public void destroy(UUID item) throws IOException {
        if (!atIt.add(item)) throw new IOException("It is being handed on");
        try {
            here.destroy(item);
            bucket.empty(place(item), place(item) + "headers/");
        } finally {
            atIt.remove(item);
        }
    }

    @Override
    public synchronized void removeHeader(UUID item, String hash) throws IOException {
        if (here.holds(item)) {
            here.removeHeader(item, hash);
        } else {
            bucket.remove(place(item) + "headers/" + hash);
        }
    }

    @Override
    public long stored(UUID item) throws IOException {
        return here.stored(item);
    }

    @Override
    public long room() throws IOException {
        return here.room();
    }

    @Override
    public long disk() throws IOException {
        return here.disk();
    }

    @Override
    public Map<String, byte[]> headers(UUID item) throws IOException {
        if (here.holds(item)) {
            try {
                return here.headers(item);
            } catch (NoSuchFileException handedOnMeanwhile) {
                // Then they are there.
            }
        }
        var headers = new TreeMap<String, byte[]>();
        for (var key : bucket.keys(place(item) + "headers/")) {
            // Destroyed since the keys were listed: then it is not there.
            bucket.small(key).ifPresent(it -> headers.put(key.substring(key.lastIndexOf('/') + 1), it));
        }
        return headers;
    }

    @Override
    public synchronized void header(UUID item, byte[] header) throws IOException {
        if (here.holds(item)) {
            here.header(item, header);
        } else {
            bucket.put(place(item) + "headers/" + Digests.sha256(header), header);
        }
    }

    @Override
    public void keep(UUID item, byte[] manifest) throws IOException {
        here.keep(item, manifest);
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
    void turn() {
        aside.turn(this::handOn);
    }

    /** Everything that is whole and still here; what fails stays, and has its turn again. */
    void handOn() {
        turned = new HandingOnWhole(here, bucket, this::handOn).turn();
    }

    @Override
    public Optional<HandingOn> handingOn() {
        return Optional.of(turned);
    }

    private void handOn(UUID item) throws IOException {
        if (!atIt.add(item)) return;
        try {
            // Destroyed since the folders were listed.
            if (!here.holds(item)) return;
            // Without one here it was handed on, and the node was killed as it deleted what was here.
            boolean again = here.manifest(item).isEmpty() && bucket.has(place(item) + "item.json");
            if (!again) {
                try (var payload = here.keptHere(item)) {
                    bucket.upload(place(item) + "payload", payload);
                }
            }
            handedOn(item);
        } finally {
            atIt.remove(item);
        }
    }

    private synchronized void handedOn(UUID item) throws IOException {
        var manifest = here.manifest(item);
        if (manifest.isEmpty() && !bucket.has(place(item) + "item.json")) throw new IOException("It has no manifest");
        for (var each : headersHere(item).entrySet()) {
            bucket.put(place(item) + "headers/" + each.getKey(), each.getValue());
        }
        if (manifest.isPresent()) bucket.put(place(item) + "item.json", manifest.get());
        here.handedOn(item);
    }

    private Map<String, byte[]> headersHere(UUID item) throws IOException {
        try {
            return here.headers(item);
        } catch (NoSuchFileException deleted) {
            return Map.of();
        }
    }

    @Override
    public Optional<byte[]> manifest(UUID item) throws IOException {
        var manifest = here.manifest(item);
        return manifest.isPresent() ? manifest : bucket.small(place(item) + "item.json");
    }

    @Override
    public SeekableByteChannel kept(UUID item) throws IOException {
        try {
            return here.keptHere(item);
        } catch (NoSuchFileException handedOn) {
            return there(item, () -> bucket.read(place(item) + "payload"));
        }
    }

    @Override
    public long size(UUID item) throws IOException {
        try {
            return here.sizeHere(item);
        } catch (NoSuchFileException handedOn) {
            return there(item, () -> bucket.size(place(item) + "payload"));
        }
    }

    private interface Asking<T> {
        T ask() throws IOException;
    }

    /** A bucket that is gone or emptied as a whole has lost no item: somebody changed what the node is told to use. */
    private <T> T there(UUID item, Asking<T> asking) throws IOException {
        try {
            return asking.ask();
        } catch (S3Bucket.Missing e) {
            if (!bucket.any("kept/")) throw new IOException("Nothing is kept in the bucket", e);
            var missing = new NoSuchFileException(place(item) + "payload");
            missing.initCause(e);
            throw missing;
        }
    }

    @Override
    public boolean holds(UUID item) {
        return here.holds(item) || bucket.has(place(item) + "item.json");
    }

    @Override
    public SortedMap<String, String> folders(String letters) throws IOException {
        var found = here.folders(letters);
        for (var each : bucket.folders("kept/" + letters + "/")) {
            if (last(each).startsWith(letters)) found.put(last(each), each);
        }
        return found;
    }

    @Override
    public List<String> foreign() throws IOException {
        var found = new ArrayList<>(here.foreign());
        for (var two : bucket.folders("kept/")) {
            if (!HEX.matcher(last(two)).matches()) {
                found.add(two);
                continue;
            }
            for (var each : bucket.folders(two + "/")) {
                if (!last(each).startsWith(last(two)) && found.size() < MOST_FOREIGN) found.add(each);
            }
        }
        return found;
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String place(UUID item) {
        return "kept/" + item.toString().substring(0, 2) + "/" + item + "/";
    }
}
