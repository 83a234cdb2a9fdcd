package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.comity.evidence.laboratory.NodeLine.Refusal;
import org.comity.proof.act.Attachment;
import tools.jackson.databind.JsonNode;

/**
 * Takes matched items out of a node as the files that they were. A line that breaks is tried again where it broke; only a
 * file with the fingerprint that the manifest gives gets its name, and a line in the list of hashes.
 */
public final class SavingFile {

    private static final String SUMS = "SHA256SUMS";
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 1 << 18;
    private static final int TRIES = 6;

    private final NodeLine node;
    private final Path to;
    private final Map<String, String> said;
    private final PrintStream out;

    /** @param said {@code use}, {@code words} and {@code sealedOnly} where they are to be said */
    public SavingFile(NodeLine node, Path to, Map<String, String> said, PrintStream out) {
        this.node = node;
        this.to = to;
        this.said = Map.copyOf(said);
        this.out = out;
    }

    /** @return whether each file is there, as its manifest says */
    public boolean save(List<UUID> items) throws IOException {
        Files.createDirectories(to);
        boolean all = true;
        for (var each : items) all &= saved(each.toString());
        out.println(all ? "All are saved." : "Not all are saved.");
        return all;
    }

    private boolean saved(String id) throws IOException {
        try {
            var item = node.get("/api/v1/evidence/" + id);
            if (item.get("sha256").isNull()) {
                out.printf("%s: its bytes are still coming%n", id);
                return false;
            }
            return saved(id, item, path(id, item));
        } catch (Refusal e) {
            out.printf("%s: refused. %s%n", id, e.getMessage());
            return false;
        }
    }

    /** As it lay in the folder that was added. What the node says is not trusted to be a plain name. */
    private static String path(String id, JsonNode item) {
        var name = item.get("name").asString();
        var folder = item.get("folder").asString();
        var path = folder.isEmpty() ? name : folder + "/" + name;
        boolean plain = Arrays.stream(path.split("/", -1)).allMatch(Attachment::allowedName);
        return plain && !path.equals(SUMS) ? path : id;
    }

    private boolean saved(String id, JsonNode item, String named) throws IOException {
        var sha256 = item.get("sha256").asString();
        // Two items may be called alike.
        var path = lies(named) && !lies(named, sha256) ? id + "/" + named : named;
        if (lies(path)) {
            boolean same = lies(path, sha256);
            out.printf(
                    "%s: %s%n", path, same ? "is there already, with the same fingerprint" : "another file lies there");
            if (same) list(sha256, path);
            return same;
        }
        var file = to.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = to.resolve(id + UNFINISHED);
        var progress = new ProgressLines(path, item.get("size").asLong(), out);
        bring(id, part, item.get("size").asLong(), progress);
        if (!hash(part).equals(sha256)) {
            Files.delete(part);
            out.printf(
                    "%s: what came has another fingerprint than the node says; it was removed. Run the command again.%n",
                    path);
            return false;
        }
        Files.move(part, file);
        list(sha256, path);
        progress.saved(sha256);
        return true;
    }

    private boolean lies(String path) {
        return Files.exists(to.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean lies(String path, String sha256) throws IOException {
        var file = to.resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && hash(file).equals(sha256);
    }

    /** Until all of it is there; a line that brings nothing several times has an end. */
    private void bring(String id, Path part, long size, ProgressLines progress) throws IOException {
        long at = size(part);
        if (at > size) {
            Files.delete(part);
            at = -1;
        }
        progress.begins(Math.max(0, at));
        for (int still = 0; at < size; ) {
            bring(id, part, Math.max(0, at), progress, still);
            long now = size(part);
            still = now == at ? still + 1 : 0;
            if (still == TRIES)
                throw new IOException("The line broke %d times at byte %d".formatted(TRIES, Math.max(0, at)));
            at = now;
        }
    }

    private void bring(String id, Path part, long from, ProgressLines progress, int tried) throws IOException {
        if (tried > 0) LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1L << tried));
        try (var in = node.file(id, from, said)) {
            write(in, part, from, progress);
        } catch (NotWritten e) {
            throw e.why();
        } catch (IOException e) {
            progress.broke();
        }
    }

    private static void write(InputStream in, Path part, long from, ProgressLines progress) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = from;
        try (var file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                try {
                    file.write(buffer, 0, n);
                } catch (IOException e) {
                    throw new NotWritten(e);
                }
                at += n;
                progress.at(at);
            }
        }
    }

    /** This computer's fault, not the line's: the same again would not help. */
    private static final class NotWritten extends IOException {

        private final IOException why;

        NotWritten(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /** -1 if there is none yet: a file of no bytes comes too. */
    private static long size(Path part) throws IOException {
        try {
            return Files.size(part);
        } catch (NoSuchFileException none) {
            return -1;
        }
    }

    private static String hash(Path file) throws IOException {
        return new FileHash(file, 0).whole();
    }

    /** As {@code sha256sum -c} reads it. */
    private void list(String sha256, String path) throws IOException {
        var line = sha256 + "  " + path;
        var sums = to.resolve(SUMS);
        if (Files.exists(sums) && Files.readAllLines(sums).contains(line)) return;
        Files.writeString(
                sums, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
