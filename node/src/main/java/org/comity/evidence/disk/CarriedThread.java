package org.comity.evidence.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.bag.Bag;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Container;

/**
 * The thread that lies in a bag (rule B10), read file by file.
 *
 * @param keeper of its register, as its head says
 * @param entries in order of n
 * @param sealed ids of the acts whose containers are there
 * @param forgotten ids of those of which only the envelope is left
 */
record CarriedThread(
        Path folder,
        String thread,
        String keeper,
        List<SignedEntry> entries,
        SequencedSet<String> sealed,
        SequencedSet<String> forgotten) {

    private static final String DATA = "data/thread/";
    private static final Pattern ENTRY = Pattern.compile(DATA + "register/[0-9]{6}\\.json");
    private static final Pattern ACT = Pattern.compile(DATA + "acts/([0-9a-f]{64})\\.(asice|json)");
    private static final int LARGEST = Container.Limits.STANDARD.compressed();

    /** Empty if the bag holds items alone. */
    static Optional<CarriedThread> in(Path bag, Bag of) throws IOException {
        var names = of.payload().sequencedKeySet();
        if (!names.contains(DATA + "thread.json")) {
            return Optional.empty();
        }
        var head = ThreadBundle.Head.read(bytes(bag.resolve(DATA + "thread.json")));
        var entries = new ArrayList<SignedEntry>();
        var acts = new TreeSet<String>();
        var envelopes = new TreeSet<String>();
        for (String each : names) {
            var act = ACT.matcher(each);
            if (ENTRY.matcher(each).matches()) {
                entries.add(SignedEntry.read(bytes(bag.resolve(each))));
            } else if (act.matches()) {
                (act.group(2).equals("asice") ? acts : envelopes).add(act.group(1));
            }
        }
        return Optional.of(new CarriedThread(
                bag.resolve(DATA),
                head.thread(),
                // In a thread of two one participant keeps it, under however many certificates.
                head.keepers().getFirst().participant(),
                List.copyOf(entries),
                inOrder(entries, acts),
                envelopes));
    }

    /** Those that are registered first, as they were; the opening act is the first of them, or alone. */
    private static SequencedSet<String> inOrder(List<SignedEntry> entries, SequencedSet<String> acts) {
        var ordered = new LinkedHashSet<String>();
        entries.stream().map(it -> it.entry().act()).filter(acts::contains).forEach(ordered::add);
        ordered.addAll(acts);
        return ordered;
    }

    byte[] container(String act) throws IOException {
        return bytes(folder.resolve("acts").resolve(act + ".asice"));
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw new Malformed("bag-too-large", String.valueOf(file.getFileName()));
            return bytes;
        }
    }
}
