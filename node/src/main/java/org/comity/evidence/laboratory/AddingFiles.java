package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.comity.evidence.laboratory.NodeLine.Known;
import org.comity.evidence.laboratory.NodeLine.Refusal;

/** Brings file after file to a node. A line that breaks is tried again; what is at the node already is not sent again. */
public final class AddingFiles {

    private static final long PIECE = 64L << 20;
    private static final int REFUSALS = 5;
    private static final int LONGEST_PAUSE = 30;
    private static final int TRIES = 8;

    private final NodeLine node;
    private final String request;
    private final boolean sealedOnly;
    private final PrintStream out;
    private final IntConsumer pause;
    private boolean away;

    public AddingFiles(NodeLine node, String request, boolean sealedOnly, PrintStream out) {
        this(node, request, sealedOnly, out, it -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(it)));
    }

    /** @param pause waits so many seconds */
    AddingFiles(NodeLine node, String request, boolean sealedOnly, PrintStream out, IntConsumer pause) {
        this.node = node;
        this.request = request;
        this.sealedOnly = sealedOnly;
        this.out = out;
        this.pause = pause;
    }

    /** @return whether all is sealed at the node */
    public boolean add(List<Path> paths) throws IOException {
        var known = patiently(this::away, () -> node.known(request));
        boolean all = true;
        int files = 0;
        for (var path : paths) {
            var chosen = ChosenFiles.of(path, out);
            all &= chosen.whole();
            for (var each : chosen.files().entrySet()) {
                files++;
                all &= added(each.getKey(), each.getValue(), known);
            }
        }
        if (files == 0) {
            out.println("No file was found; nothing was added.");
            return false;
        }
        out.printf("%d files. %s%n", files, all ? "All are sealed." : "Not all are sealed; run the command again.");
        return all;
    }

    private void away() {
        if (away) return;
        away = true;
        out.println("The node does not answer. Trying again until it does; Ctrl-C stops.");
    }

    private boolean added(Path file, String name, Map<String, Known> known) throws IOException {
        try {
            return added(file, name, size(file), known);
        } catch (Refusal e) {
            out.printf("%s: refused. %s%n", name, e.getMessage());
        } catch (FileLeft e) {
            out.printf("%s: %s; it is left%n", name, e.getMessage());
        }
        return false;
    }

    private static long size(Path file) throws FileLeft {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileLeft.unreadable(0, e);
        }
    }

    private boolean added(Path file, String name, long size, Map<String, Known> known) throws IOException {
        var before = known.getOrDefault(NodeLine.key(name, size), known.get(NodeLine.key(name, -1)));
        var hash = new FileHash(
                file,
                before == null || before.part() == null ? 0 : before.part().size());
        var progress = new ProgressLines(name, size, out);
        if (before != null && !before.begun()) {
            if (hash.whole().equals(before.sha256())) {
                if (!before.state().equals("destroyed")) mark(before, progress);
                if (before.whole()) {
                    out.printf("%s: is there already, with the same fingerprint%n", name);
                    return true;
                }
                out.printf("%s: was added before, and that item is %s; it is added anew%n", name, before.state());
            }
            before = null;
        }
        if (before != null && !goesOn(before, hash)) {
            out.printf("%s: another file of this name was begun; it is left, and this one added by itself%n", name);
            before = null;
        }
        if (before != null) mark(before, progress);
        var id = before == null ? begun(name, size, known, progress) : before.id();
        bring(id, file, size, progress);
        var sha256 = hash.whole();
        patiently(progress::broke, () -> {
            node.seal(id, sha256);
            return id;
        });
        progress.sealed(sha256);
        return true;
    }

    /** What was begun or added without the mark has it from now on, before another byte of it leaves. */
    private void mark(Known known, ProgressLines progress) throws IOException {
        if (!sealedOnly) return;
        patiently(progress::broke, () -> {
            node.keepSealed(known.id());
            return known.id();
        });
    }

    /** An answer that was lost may have begun it: before another try it is asked what is there. */
    private String begun(String name, long size, Map<String, Known> known, ProgressLines progress) throws IOException {
        var key = NodeLine.key(name, size);
        var asked = new AtomicBoolean();
        return patiently(progress::broke, () -> {
            var there = asked.getAndSet(true) ? node.known(request).get(key) : null;
            return there == null || there.equals(known.get(key)) || !there.begun()
                    ? node.begin(name, size, request, sealedOnly)
                    : there.id();
        });
    }

    /** Only with the same file: what is there of it must be how this one begins. */
    private static boolean goesOn(Known before, FileHash hash) throws IOException {
        return before.part() == null || before.part().sha256().equals(hash.first());
    }

    private void bring(String id, Path file, long size, ProgressLines progress) throws IOException {
        long at = patiently(progress::broke, () -> node.offset(id));
        progress.begins(at);
        int refused = 0;
        int still = 0;
        while (at < size) {
            var part = new FilePart(file, at, PIECE, progress);
            long from = at;
            try {
                at = node.add(id, from, part::open);
                refused = 0;
            } catch (IOException e) {
                part.mustBeReadable();
                progress.broke();
                at = patiently(progress::broke, () -> node.offset(id));
            } catch (Refusal e) {
                if (!e.passing() || ++refused > REFUSALS) throw e;
                at = patiently(progress::broke, () -> node.offset(id));
            }
            part.mustBeReadable();
            if (size(file) != size) throw new FileLeft("it changed while it was read");
            still = at > from ? 0 : still + 1;
            if (still == TRIES) throw new FileLeft("nothing of it arrives behind byte %,d".formatted(at));
            if (still > 0) pause.accept(Math.min(LONGEST_PAUSE, 1 << still));
        }
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    /** A node that is away comes back; one whose certificate nobody vouches for does not by waiting. */
    private <T> T patiently(Runnable broke, Step<T> step) throws IOException {
        int refused = 0;
        for (int wait = 1; ; wait = Math.min(LONGEST_PAUSE, wait * 2)) {
            try {
                return step.take();
            } catch (IOException e) {
                if (ofCertificate(e)) throw e;
                broke.run();
            } catch (Refusal e) {
                if (!e.passing() || ++refused > REFUSALS) throw e;
            }
            pause.accept(wait);
        }
    }

    /** The client wraps one handshake's failure into another. */
    private static boolean ofCertificate(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }
}
