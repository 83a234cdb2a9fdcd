package org.comity.evidence.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.disk.Disk.Step;
import org.comity.evidence.disk.DiskJobs.Job;
import org.comity.proof.ReadingProgress;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Each file is hashed; one that the letter's list knows becomes an item and is matched, any other is named and left. */
@Component
class PlainFiles {

    /** Hashed, added, matched. */
    private static final int PASSES = 3;

    private static final Set<String> OTHER = Set.of("evidence.other-hash", "evidence.other-bytes");

    private final Evidence evidence;
    private final ItemsOfThread items;

    PlainFiles(Evidence evidence, ItemsOfThread items) {
        this.evidence = evidence;
        this.items = items;
    }

    /**
     * Where they go, and whose hand it is.
     *
     * @param sealedOnly they are marked before a byte of them is here
     */
    record Place(Case of, boolean sealedOnly, Official by) {}

    /** @param files paths below {@code root} with their sizes */
    void bring(Path root, SequencedMap<String, Long> files, HashList list, Place place, Job going) {
        var missing = new HashSet<>(list.names().keySet());
        going.begins(Step.COMPARING, files.size(), PASSES * Bags.sum(files));
        for (String each : files.sequencedKeySet()) {
            long size = Objects.requireNonNull(files.get(each));
            var file = new Progress(going, PASSES * size);
            going.next(each);
            try {
                var hash = hash(root.resolve(each), file);
                if (!list.names().containsKey(hash)) {
                    var said = list.hashOf(each);
                    missing.remove(said);
                    if (said.isEmpty()) going.bad(each, "not-listed", hash);
                    else going.bad(each, "other-hash", hash);
                } else {
                    missing.remove(hash);
                    going.good(each, add(root.resolve(each), each, size, hash, place, file));
                }
            } catch (EvidenceRefused e) {
                going.bad(each, "refused", String.valueOf(e.getMessage()));
            } catch (IOException e) {
                going.bad(each, "unreadable", e.getClass().getSimpleName());
            } finally {
                file.end();
            }
        }
        for (String each : missing) {
            var name = Objects.requireNonNullElse(list.names().get(each), "");
            going.bad(name.isEmpty() ? each : name, "missing", each);
        }
    }

    static String hash(Path file, ReadingProgress howFar) throws IOException {
        try (var in = howFar.over(open(file))) {
            return Digests.sha256(in);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private String add(Path file, String path, long size, String hash, Place place, ReadingProgress howFar)
            throws IOException {
        var thread = place.of().thread();
        var here = items.whole(thread, hash);
        if (!here.isEmpty()) {
            here.forEach(it -> mark(it, place));
            return "here-already";
        }
        int slash = path.lastIndexOf('/');
        var name = path.substring(slash + 1);
        var folder = slash < 0 ? "" : path.substring(0, slash);
        for (UUID each : items.begun(thread, folder, name, size)) {
            if (begins(each, file) && goesOn(each, file, hash, place, howFar)) return "matched";
        }
        var item = evidence.begin(
                new Beginning(name, "application/octet-stream", thread, size, folder, place.sealedOnly()), place.by());
        end(item, file, hash, place, howFar);
        return "matched";
    }

    /** Parts of two images may be called alike, and of one size: what is here of an item must be how this file begins. */
    private boolean begins(UUID item, Path file) throws IOException {
        var part = evidence.part(item);
        if (part.isEmpty()) return evidence.reached(item) == 0;
        try (var in = open(file)) {
            return Digests.sha256(in, part.get().size()).equals(part.get().sha256());
        }
    }

    /** @return false if another file was begun there all the same, behind what could be compared */
    private boolean goesOn(UUID item, Path file, String hash, Place place, ReadingProgress howFar) throws IOException {
        try {
            end(item, file, hash, place, howFar);
            return true;
        } catch (EvidenceRefused e) {
            if (!OTHER.contains(e.code())) throw e;
            return false;
        }
    }

    private void end(UUID item, Path file, String hash, Place place, ReadingProgress howFar) throws IOException {
        mark(item, place);
        long reached = evidence.reached(item);
        try (var in = open(file)) {
            in.skipNBytes(reached);
            evidence.add(item, reached, howFar.over(in));
        }
        evidence.finish(item, hash, place.by());
        if (evidence.match(item, place.by()).state() != State.MATCHED) {
            throw new EvidenceRefused("not-matched", String.valueOf(file.getFileName()));
        }
    }

    /** What was begun without the mark, or came before, has it from now on. */
    private void mark(UUID item, Place place) {
        if (place.sealedOnly()) evidence.keepSealed(item, place.by());
    }

    /** One file: what need not be read of it, since it is here or not wanted, counts as read at its end. */
    private static final class Progress implements ReadingProgress {

        private final Job going;
        private long left;

        Progress(Job going, long all) {
            this.going = going;
            this.left = all;
        }

        @Override
        public void next(String what) {
            going.next(what);
        }

        @Override
        public void read(long bytes) {
            long told = Math.min(bytes, left);
            left -= told;
            going.read(told);
        }

        void end() {
            read(left);
        }
    }
}
