package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.comity.evidence.laboratory.NodeLine.Known;
import org.comity.evidence.laboratory.NodeLine.Refusal;

/** Brings file after file to a node. A line that breaks is tried again; what is at the node already is not sent again. */
public final class AddingFiles {

    private static final long PIECE = 64L << 20;
    private static final int REFUSALS = 5;
    private static final int LONGEST_PAUSE = 30;

    private final NodeLine node;
    private final String request;
    private final boolean sealedOnly;
    private final PrintStream out;

    public AddingFiles(NodeLine node, String request, boolean sealedOnly, PrintStream out) {
        this.node = node;
        this.request = request;
        this.sealedOnly = sealedOnly;
        this.out = out;
    }

    /** @return whether all is sealed at the node */
    public boolean add(List<Path> paths) throws IOException {
        var known = node.known(request);
        boolean all = true;
        int files = 0;
        for (var path : paths) {
            for (var file : files(path)) {
                files++;
                all &= added(file, name(path, file), known);
            }
        }
        out.printf("%d files. %s%n", files, all ? "All are sealed." : "Not all are sealed; run the command again.");
        return all;
    }

    private static List<Path> files(Path path) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(path)) {
            all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).sorted().forEach(files::add);
        }
        return files;
    }

    /** As a browser names it: from the chosen folder on. */
    private static String name(Path chosen, Path file) {
        var above = chosen.toAbsolutePath().normalize().getParent();
        var relative = above == null ? file : above.relativize(file.toAbsolutePath().normalize());
        return Normalizer.normalize(relative.toString().replace('\\', '/'), Normalizer.Form.NFC);
    }

    private boolean added(Path file, String name, Map<String, Known> known) throws IOException {
        long size = Files.size(file);
        var hash = hashing(file);
        var before = known.get(NodeLine.key(name, size));
        try {
            if (before != null && !before.state().equals("adding")) {
                if (ended(hash).equals(before.sha256())) {
                    out.printf("%s: is there already, with the same fingerprint%n", name);
                    return true;
                }
                before = null;
            }
            var id = before == null ? node.begin(name, size, request, sealedOnly) : before.id();
            var progress = new Progress(name, size, out);
            bring(id, file, size, progress);
            var sha256 = ended(hash);
            patiently(progress, () -> {
                node.seal(id, sha256);
                return 0L;
            });
            progress.sealed(sha256);
            return true;
        } catch (Refusal e) {
            out.printf("%s: refused. %s%n", name, e.getMessage());
            return false;
        }
    }

    private void bring(String id, Path file, long size, Progress progress) throws IOException {
        long at = patiently(progress, () -> node.offset(id));
        progress.begins(at);
        int refused = 0;
        while (at < size) {
            long from = at;
            try {
                at = node.add(id, from, () -> part(file, from, progress));
                refused = 0;
            } catch (IOException e) {
                progress.broke();
                at = patiently(progress, () -> node.offset(id));
            } catch (Refusal e) {
                if (!e.passing() || ++refused > REFUSALS) throw e;
                at = patiently(progress, () -> node.offset(id));
            }
            if (Files.size(file) != size) throw new IOException(file + " changed while it was read");
        }
    }

    private interface Step {
        long take() throws IOException;
    }

    private static long patiently(Progress progress, Step step) {
        int refused = 0;
        for (int wait = 1; ; wait = Math.min(LONGEST_PAUSE, wait * 2)) {
            try {
                return step.take();
            } catch (IOException e) {
                progress.broke();
            } catch (Refusal e) {
                if (!e.passing() || ++refused > REFUSALS) throw e;
            }
            pause(wait);
        }
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static InputStream part(Path file, long from, Progress progress) {
        try {
            var in = Files.newByteChannel(file).position(from);
            return new Part(java.nio.channels.Channels.newInputStream(in), PIECE, from, progress);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FutureTask<String> hashing(Path file) {
        var task = new FutureTask<>(() -> {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 18];
            try (var in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        });
        Thread.ofPlatform().daemon().name("hashing").start(task);
        return task;
    }

    private static String ended(FutureTask<String> hash) throws IOException {
        try {
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException("The file cannot be read: " + e.getCause(), e);
        }
    }
}
