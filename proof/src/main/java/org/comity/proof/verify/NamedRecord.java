package org.comity.proof.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.comity.proof.Malformed;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Container;

/**
 * Says what record a file is in its own words: checked by nothing here, so that it is asked of what holds alone.
 *
 * @param reference empty where the act is not the one that opened its thread
 * @param participants who speaks in it or is addressed, e.g. {@code XA-1}
 * @param procedure its name and version
 * @param acts those that are registered; of a sealed act one
 * @param from when the first was registered, {@code until} the last; of a sealed act when it was written
 */
public record NamedRecord(
        String reference, SortedSet<String> participants, String procedure, int acts, Instant from, Instant until) {

    /** Empty of what is neither a thread nor a sealed act, and of one that cannot be read so. */
    public static Optional<NamedRecord> in(Path path) throws IOException {
        if (CheckingLog.isProof(path)) return Optional.empty();
        try {
            return Optional.of(
                    Checking.isContainer(path)
                            ? ofAct(Container.read(Files.readAllBytes(path))
                                    .act()
                                    .envelope())
                            : ofThread(BundleFiles.open(path)));
        } catch (Malformed unread) {
            return Optional.empty();
        }
    }

    private static NamedRecord ofAct(Envelope act) {
        return named(act, List.of(act), 1, act.time(), act.time());
    }

    private static NamedRecord ofThread(BundleFiles files) throws IOException {
        var entries = new TreeSet<>(java.util.Comparator.comparingLong(Entry::n));
        for (var name : files.names()) {
            if (name.startsWith(ThreadBundle.REGISTER)) {
                entries.add(SignedEntry.read(files.read(name)).entry());
            }
        }
        if (entries.isEmpty()) throw new Malformed("bundle-file", "no entry");
        var opening = envelope(files, entries.getFirst().act());
        var acts = new TreeSet<>(java.util.Comparator.comparing(Envelope::id));
        acts.add(opening);
        if (opening.joint()) {
            for (var entry : entries) acts.add(envelope(files, entry.act()));
        }
        return named(
                opening,
                acts,
                entries.size(),
                entries.getFirst().time(),
                entries.getLast().time());
    }

    private static Envelope envelope(BundleFiles files, String act) throws IOException {
        return files.names().contains(ThreadBundle.envelope(act))
                ? Envelope.read(files.read(ThreadBundle.envelope(act)))
                : Container.read(files.read(ThreadBundle.act(act))).act().envelope();
    }

    private static NamedRecord named(
            Envelope opening, Iterable<Envelope> acts, int count, Instant from, Instant until) {
        var participants = new TreeSet<String>();
        for (var each : acts) {
            participants.add(each.author());
            if (!each.addressee().equals(Envelope.ALL_PARTIES)) participants.add(each.addressee());
        }
        var reference = opening.facts().getOrDefault("reference", "");
        return new NamedRecord(reference, participants, opening.procedure(), count, from, until);
    }
}
