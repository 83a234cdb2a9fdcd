package org.comity.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.proof.seal.Anchor;
import org.springframework.stereotype.Component;

/**
 * Writes what this node's directory holds as the command takes it, so that the page finds what the command finds: signed
 * entries, which bound each key in time, and revocations.
 */
@Component
class DirectoryAsGiven {

    /** No document of the protocol is larger than 2 MiB (R7). */
    private static final int LARGEST = 2_000_000;

    private final Directory directory;
    private final EntryVersions versions;
    private final DirectoryWatch watch;

    DirectoryAsGiven(Directory directory, EntryVersions versions, DirectoryWatch watch) {
        this.directory = directory;
        this.versions = versions;
        this.watch = watch;
    }

    /**
     * @param folder into which files are written; whoever asks deletes them
     * @param given fingerprints that go before what is known here
     */
    List<String> arguments(Path folder, List<String> given) throws IOException {
        var entries = versions.everInForce();
        var arguments = new ArrayList<String>();
        for (var each : documents(
                "entries", entries.stream().map(SignedParticipantEntry::json).toList())) {
            arguments.addAll(List.of("--entries", written(folder, each)));
        }
        for (var each : documents("revocations", watch.revocations())) {
            arguments.addAll(List.of("--revocations", written(folder, each)));
        }
        Stream.concat(
                        anchors(entries).stream()
                                .filter(it -> !it.speaksAfter(given))
                                .map(Key::anchor),
                        given.stream())
                .distinct()
                .forEach(it -> arguments.addAll(List.of("--anchor", it)));
        if (!given.isEmpty()) arguments.add("--anchors-first");
        return arguments;
    }

    /**
     * Who this is, if it is known here. Whom a fingerprint was given for that is none of those that we know, we do not name: what
     * was checked with it is not known to be of whom our directory means.
     */
    Optional<Participant> find(String id, List<String> given) {
        var said = GivenFingerprints.of(given, id);
        return directory.find(id).filter(_ -> said.isEmpty() || fingerprints(id).containsAll(said));
    }

    private Set<String> fingerprints(String id) {
        var self = directory.self();
        return Stream.concat(
                        versions.everInForce().stream()
                                .map(SignedParticipantEntry::entry)
                                .filter(it -> it.id().equals(id))
                                .map(ParticipantEntry::node),
                        Stream.of(self).filter(it -> it.id().equals(id)).map(Participant::node))
                .filter(Objects::nonNull)
                .flatMap(it -> Stream.of(Anchor.fingerprint(it.seal()), Anchor.fingerprint(it.register())))
                .collect(Collectors.toSet());
    }

    private record Key(String id, String use, String print) {

        String anchor() {
            return "%s/%s=%s".formatted(id, use, print);
        }

        boolean speaksAfter(List<String> given) {
            return GivenFingerprints.speak(given, id, use);
        }
    }

    /** What counts here although no entry leads to it: our own keys, and what officers took without an endorsement. */
    private Set<Key> anchors(List<SignedParticipantEntry> entries) {
        var anchors = new LinkedHashSet<Key>();
        var own = directory.self().node();
        if (own != null) {
            anchors.add(new Key(directory.self().id(), "seal", Anchor.fingerprint(own.seal())));
            anchors.add(new Key(directory.self().id(), "register", Anchor.fingerprint(own.register())));
        }
        SignedParticipantEntry next = null;
        for (var each : entries) {
            boolean newest =
                    next == null || !next.entry().id().equals(each.entry().id());
            if (newest || leads(Objects.requireNonNull(next), each)) {
                next = each;
                continue;
            }
            var node = Objects.requireNonNull(each.entry().node());
            anchors.add(new Key(each.entry().id(), "seal", Anchor.fingerprint(node.seal())));
            anchors.add(new Key(each.entry().id(), "register", Anchor.fingerprint(node.register())));
        }
        return anchors;
    }

    /** As the command follows them (R74); what is more than this only gets an anchor that it does not need. */
    private static boolean leads(SignedParticipantEntry next, SignedParticipantEntry older) {
        var keys = Objects.requireNonNull(older.entry().keys());
        return next.entry().version() == older.entry().version() + 1
                && next.entry().previous().equals(older.entry().hash())
                && !next.entry().signedAt().isBefore(older.entry().signedAt())
                && (next.signedBy(keys.entry()) || next.endorsedBy(keys.entry()) || next.endorsedBy(keys.recovery()));
    }

    /** Each {@code {"<name>":[…]}} in canonical form, as its members are. */
    private static List<byte[]> documents(String name, List<byte[]> members) {
        var documents = new ArrayList<byte[]>();
        var open = new ByteArrayOutputStream();
        for (var each : members) {
            if (open.size() > 0 && open.size() + each.length > LARGEST) {
                documents.add(closed(name, open));
                open.reset();
            }
            if (open.size() > 0) open.write(',');
            open.writeBytes(each);
        }
        if (open.size() > 0) documents.add(closed(name, open));
        return documents;
    }

    private static byte[] closed(String name, ByteArrayOutputStream members) {
        var document = new ByteArrayOutputStream();
        document.writeBytes("{\"%s\":[".formatted(name).getBytes(StandardCharsets.UTF_8));
        document.writeBytes(members.toByteArray());
        document.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return document.toByteArray();
    }

    private static String written(Path folder, byte[] document) throws IOException {
        return Files.write(Files.createTempFile(folder, "directory", ".json"), document)
                .toString();
    }
}
