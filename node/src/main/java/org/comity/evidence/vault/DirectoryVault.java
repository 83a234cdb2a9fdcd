package org.comity.evidence.vault;

import static org.comity.evidence.vault.ForcedFiles.emptied;
import static org.comity.evidence.vault.ForcedFiles.force;
import static org.comity.evidence.vault.ForcedFiles.made;
import static org.comity.evidence.vault.ForcedFiles.names;
import static org.comity.evidence.vault.ForcedFiles.parent;
import static org.comity.evidence.vault.ForcedFiles.read;
import static org.comity.evidence.vault.ForcedFiles.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.comity.evidence.EvidenceSettings;
import org.comity.proof.form.Digests;

/**
 * One folder an item, laid out as it is exported (docs/protocol/items.md, I30): {@code adding/<item>} while bytes come,
 * then, moved as a whole, {@code kept/<first two letters>/<item>}. Each file is written beside its place, forced to the
 * disk and moved there. What was handed on to another store is deleted, what was given up before it was
 * whole, and what is destroyed.
 */
class DirectoryVault implements Vault {

    private static final String PAYLOAD = "payload";
    private static final String MANIFEST = "item.json";
    private static final String HEADERS = "headers";
    private static final String MARK = "mark";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{2}");
    private static final int MOST_FOREIGN = 1000;

    private final Path adding;
    private final Path kept;
    /** Out of place before it is deleted: killed meanwhile, nothing takes the rest for an item. */
    private final Path going;

    DirectoryVault(EvidenceSettings settings) throws IOException {
        adding = made(settings.folder().resolve("adding"));
        kept = made(settings.folder().resolve("kept"));
        going = settings.folder().resolve("handed-on");
    }

    @Override
    public void begin(UUID item, Map<String, byte[]> headers) throws IOException {
        var folder = made(adding.resolve(item.toString()).resolve(HEADERS));
        for (var each : headers.entrySet()) {
            write(folder.resolve(each.getKey()), each.getValue());
        }
        force(adding.resolve(item.toString()));
        force(adding);
    }

    @Override
    public FileChannel payload(UUID item) throws IOException {
        return FileChannel.open(
                adding.resolve(item.toString()).resolve(PAYLOAD),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE);
    }

    @Override
    public Optional<byte[]> marked(UUID item) throws IOException {
        return read(adding.resolve(item.toString()).resolve(MARK));
    }

    @Override
    public void mark(UUID item, byte[] mark) throws IOException {
        write(adding.resolve(item.toString()).resolve(MARK), mark);
    }

    @Override
    public void remove(UUID item) throws IOException {
        var folder = folder(item);
        // The wrapped key goes first: without it the rest is nothing.
        swept(folder);
        swept(going.resolve(item.toString()));
        if (Files.isDirectory(parent(folder))) force(parent(folder));
    }

    @Override
    public void destroy(UUID item) throws IOException {
        remove(item);
        if (holds(item)) throw new IOException("Not all of it is gone");
    }

    @Override
    public void removeHeader(UUID item, String hash) throws IOException {
        var headers = folder(item).resolve(HEADERS);
        if (Files.deleteIfExists(headers.resolve(hash))) force(headers);
    }

    @Override
    public long stored(UUID item) throws IOException {
        try {
            return Files.size(adding.resolve(item.toString()).resolve(PAYLOAD));
        } catch (NoSuchFileException nothingCameOrItIsKept) {
            return 0;
        }
    }

    @Override
    public long room() throws IOException {
        return Files.getFileStore(adding).getUsableSpace();
    }

    @Override
    public long disk() throws IOException {
        return Files.getFileStore(adding).getTotalSpace();
    }

    @Override
    public Map<String, byte[]> headers(UUID item) throws IOException {
        var headers = new TreeMap<String, byte[]>();
        for (Path each : names(folder(item).resolve(HEADERS))) {
            var name = each.getFileName().toString();
            if (!name.endsWith(".new")) headers.put(name, Files.readAllBytes(each));
        }
        return headers;
    }

    @Override
    public void header(UUID item, byte[] header) throws IOException {
        write(place(item).resolve(HEADERS).resolve(Digests.sha256(header)), header);
    }

    @Override
    public void keep(UUID item, byte[] manifest) throws IOException {
        var from = adding.resolve(item.toString());
        Files.deleteIfExists(from.resolve(MARK));
        write(from.resolve(MANIFEST), manifest);
        var to = place(item);
        made(parent(to));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent(to));
        force(adding);
    }

    @Override
    public Optional<byte[]> manifest(UUID item) throws IOException {
        return read(place(item).resolve(MANIFEST));
    }

    @Override
    public long size(UUID item) throws IOException {
        try {
            return sizeHere(item);
        } catch (NoSuchFileException e) {
            throw missing(e);
        }
    }

    @Override
    public SeekableByteChannel kept(UUID item) throws IOException {
        try {
            return keptHere(item);
        } catch (NoSuchFileException e) {
            throw missing(e);
        }
    }

    long sizeHere(UUID item) throws IOException {
        return Files.size(place(item).resolve(PAYLOAD));
    }

    SeekableByteChannel keptHere(UUID item) throws IOException {
        return FileChannel.open(place(item).resolve(PAYLOAD), LinkOption.NOFOLLOW_LINKS, StandardOpenOption.READ);
    }

    /** A disk that is not mounted leaves an empty folder: then no item is missing, but all of them are away. */
    private IOException missing(NoSuchFileException payload) throws IOException {
        boolean away = !Files.isDirectory(kept) || names(kept).isEmpty();
        return away ? new IOException("Nothing is kept in %s; is its disk mounted?".formatted(kept), payload) : payload;
    }

    @Override
    public boolean holds(UUID item) {
        return Files.isDirectory(folder(item), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public SortedMap<String, String> folders(String letters) throws IOException {
        var found = new TreeMap<String, String>();
        for (var place : List.of(adding, kept.resolve(letters))) {
            if (!Files.isDirectory(place)) continue;
            try (var files = Files.newDirectoryStream(place, letters + "*")) {
                files.forEach(it -> found.put(it.getFileName().toString(), relative(it)));
            }
        }
        return found;
    }

    @Override
    public List<String> foreign() throws IOException {
        var found = new ArrayList<String>();
        for (var place : List.of(adding, kept))
            collect(place, it -> !HEX.matcher(it).lookingAt(), found);
        for (Path two : names(kept)) {
            var letters = two.getFileName().toString();
            if (HEX.matcher(letters).matches()) collect(two, it -> !it.startsWith(letters), found);
        }
        return found;
    }

    /** All of this item is in another store, and was found there: what is kept of it here goes. */
    void handedOn(UUID item) throws IOException {
        var from = place(item);
        var to = made(going).resolve(item.toString());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent(from));
        swept(to);
    }

    /** What is left of items that were handed on as the node was killed. */
    void sweep() throws IOException {
        if (!Files.isDirectory(going)) return;
        for (Path each : names(going)) swept(each);
    }

    private static void swept(Path item) throws IOException {
        emptied(item.resolve(HEADERS));
        emptied(item);
    }

    private void collect(Path folder, Predicate<String> foreign, List<String> found) throws IOException {
        try (var files = Files.newDirectoryStream(
                folder, it -> foreign.test(it.getFileName().toString()))) {
            for (var each : files) if (found.size() < MOST_FOREIGN) found.add(relative(each));
        }
    }

    private String relative(Path file) {
        return parent(adding).relativize(file).toString();
    }

    private Path folder(UUID item) {
        var place = place(item);
        return Files.exists(place) ? place : adding.resolve(item.toString());
    }

    private Path place(UUID item) {
        return kept.resolve(item.toString().substring(0, 2)).resolve(item.toString());
    }
}
