package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.proof.Digests;

/**
 * What is kept lies in a bucket, laid out as in a directory: {@code kept/<first two letters>/<item>/…}. What is being added
 * lies, encrypted, in a folder of this node until its last byte has come: parts of an upload cannot be read again in a bucket,
 * and who goes on adding must read what is there. The manifest is put last, so what has one is whole; only then is the folder
 * emptied. Nothing is deleted in the bucket.
 */
final class S3Vault implements Vault {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{2}");
    private static final int MOST_FOREIGN = 1000;

    private final DirectoryVault adding;
    private final Bucket bucket;

    S3Vault(DirectoryVault adding, Bucket bucket) {
        this.adding = adding;
        this.bucket = bucket;
    }

    @Override
    public void begin(UUID item, Map<String, byte[]> headers) throws IOException {
        adding.begin(item, headers);
    }

    @Override
    public FileChannel payload(UUID item) throws IOException {
        return adding.payload(item);
    }

    @Override
    public long stored(UUID item) throws IOException {
        return adding.stored(item);
    }

    @Override
    public long room() throws IOException {
        return adding.room();
    }

    @Override
    public Map<String, byte[]> headers(UUID item) throws IOException {
        if (adding.holds(item)) return adding.headers(item);
        var headers = new TreeMap<String, byte[]>();
        for (var key : bucket.keys(place(item) + "headers/")) {
            headers.put(key.substring(key.lastIndexOf('/') + 1), bucket.small(key).orElseThrow());
        }
        return headers;
    }

    @Override
    public void header(UUID item, byte[] header) throws IOException {
        bucket.put(place(item) + "headers/" + Digests.sha256(header), header);
    }

    @Override
    public void keep(UUID item, byte[] manifest) throws IOException {
        for (var each : adding.headers(item).entrySet()) {
            bucket.put(place(item) + "headers/" + each.getKey(), each.getValue());
        }
        try (var payload = adding.payload(item)) {
            bucket.upload(place(item) + "payload", payload);
        }
        bucket.put(place(item) + "item.json", manifest);
        adding.handedOn(item);
    }

    @Override
    public Optional<byte[]> manifest(UUID item) throws IOException {
        var manifest = bucket.small(place(item) + "item.json");
        // A crash came between the last step in the bucket and the emptying of the folder.
        if (manifest.isPresent() && adding.holds(item)) adding.handedOn(item);
        return manifest;
    }

    @Override
    public SeekableByteChannel kept(UUID item) throws IOException {
        return bucket.read(place(item) + "payload");
    }

    @Override
    public boolean holds(UUID item) {
        return adding.holds(item) || bucket.has(place(item) + "item.json");
    }

    @Override
    public SortedMap<String, String> folders(String letters) throws IOException {
        var found = adding.folders(letters);
        for (var each : bucket.folders("kept/" + letters + "/")) {
            if (last(each).startsWith(letters)) found.put(last(each), each);
        }
        return found;
    }

    @Override
    public List<String> foreign() throws IOException {
        var found = new ArrayList<>(adding.foreign());
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
