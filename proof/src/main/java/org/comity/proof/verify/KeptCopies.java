package org.comity.proof.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.bag.Bag;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.jspecify.annotations.Nullable;

/**
 * Compares a register with what others hold of it: their exports, or single entries that somebody kept. A keeper that showed
 * two of them two registers has signed the proof.
 */
final class KeptCopies {

    private final List<Path> exports = new ArrayList<>();
    private final List<SignedEntry> heads = new ArrayList<>();
    private boolean compared;
    private boolean longer;
    private long furthest;

    void also(Path export) {
        exports.add(export);
    }

    void head(SignedEntry head) {
        heads.add(head);
    }

    boolean isEmpty() {
        return exports.isEmpty() && heads.isEmpty();
    }

    boolean compared() {
        return compared;
    }

    /** Whether something that was brought, and agrees, goes as far as this entry. */
    boolean reaches(long n) {
        return furthest >= n;
    }

    /** Whether another copy leads on behind the last entry that is here. */
    boolean goOn() {
        return longer;
    }

    /** @param entries of the export that is being checked, in order of n */
    List<Check> against(ThreadBundle.Head head, List<SignedEntry> entries) throws IOException {
        compared = true;
        var all = new ArrayList<Check>();
        Map<Long, SignedEntry> ours = new HashMap<>();
        entries.forEach(it -> ours.putIfAbsent(it.entry().n(), it));
        for (var each : exports) all.addAll(export(each, head, ours));
        for (var each : heads) all.addAll(kept(each, head, ours));
        return all;
    }

    private List<Check> export(Path path, ThreadBundle.Head head, Map<Long, SignedEntry> ours) throws IOException {
        var checks = new Checks(String.valueOf(path.getFileName()));
        try {
            var files = BundleFiles.open(Bag.isIn(path) ? path.resolve(CheckingBag.THREAD) : path);
            var theirs = new ArrayList<SignedEntry>();
            for (var name : files.names()) {
                if (name.matches(ThreadBundle.REGISTER + "[0-9]{6}\\.json")) {
                    theirs.add(SignedEntry.read(files.read(name)));
                }
            }
            boolean same = theirs.stream().allMatch(it -> belongs(it.entry(), head));
            if (!same || theirs.isEmpty()) {
                checks.want("other-copy", false, "", "It is no copy of this thread's register.");
                return checks.all();
            }
            for (var each : theirs) {
                var mine = ours.get(each.entry().n());
                if (mine != null && !mine.entry().equals(each.entry())) {
                    differs(checks, "other-copy", head, each);
                    return checks.all();
                }
            }
            var newest = Collections.max(
                    theirs, Comparator.comparingLong(it -> it.entry().n()));
            if (!ours.containsKey(newest.entry().n())) {
                further(checks, head, ThreadBundle.Head.read(files.read(ThreadBundle.HEAD)), theirs, ours);
                return checks.all();
            }
            int far = (int) theirs.stream()
                    .filter(it -> ours.containsKey(it.entry().n()))
                    .count();
            furthest = Math.max(furthest, newest.entry().n());
            checks.want(
                    "other-copy",
                    far > 0,
                    "Equal in the %d entries that both have; %d are here, %d there."
                            .formatted(far, ours.size(), theirs.size()),
                    "Both have no entry in common.");
        } catch (Malformed e) {
            checks.want("other-copy", false, "", "Not readable as the protocol demands: " + e.getMessage());
        }
        return checks.all();
    }

    private List<Check> kept(SignedEntry kept, ThreadBundle.Head head, Map<Long, SignedEntry> ours) {
        var entry = kept.entry();
        var checks = new Checks("entry " + entry.n());
        var mine = ours.get(entry.n());
        if (!belongs(entry, head)) {
            checks.want("head", false, "", "The kept entry is of another thread or network.");
        } else if (mine != null && mine.entry().equals(entry)) {
            furthest = Math.max(furthest, entry.n());
            checks.want("head", true, "The entry that was kept elsewhere is in this register.", "");
        } else if (mine != null) {
            differs(checks, "head", head, kept);
        } else {
            notHere(checks, "head", head, kept);
        }
        return checks.all();
    }

    /**
     * Who exported earlier has an honest copy that is shorter; it leads to the longer one, or one of them is wrong. A register that
     * was handed over since, or whose key was renewed, is signed by whom only the longer one names.
     */
    private void further(
            Checks checks,
            ThreadBundle.Head head,
            ThreadBundle.Head there,
            List<SignedEntry> theirs,
            Map<Long, SignedEntry> ours) {
        long last = ours.keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
        var further = theirs.stream()
                .filter(it -> it.entry().n() > last)
                .sorted(Comparator.comparingLong(it -> it.entry().n()))
                .toList();
        var unsigned = further.stream().filter(it -> !byKeeper(there, it)).findFirst();
        if (unsigned.isPresent()) {
            notHere(checks, "other-copy", head, unsigned.get());
            return;
        }
        boolean leads = !further.isEmpty() && follows(further.getFirst().entry(), last, ours.get(last));
        longer |= leads;
        if (!leads) {
            checks.want(
                    "other-copy", false, "", "What is there and not here does not follow entry %d.".formatted(last));
            return;
        }
        var unnamed = further.stream().filter(it -> !byKeeper(head, it)).findFirst();
        checks.notChecked(
                "other-copy",
                "The copy there agrees up to entry %d, the last one here, and goes on to entry %d: this copy was made before that, or its end was left out. %sCheck the longer one too."
                        .formatted(
                                last,
                                further.getLast().entry().n(),
                                unnamed.map(it -> "Who signed entry %d is named there only. "
                                                .formatted(it.entry().n()))
                                        .orElse("")));
    }

    private static boolean follows(Entry next, long last, @Nullable SignedEntry lastHere) {
        return lastHere != null
                && next.n() == last + 1
                && next.previous().equals(lastHere.entry().hash());
    }

    private static void notHere(Checks checks, String code, ThreadBundle.Head head, SignedEntry further) {
        checks.want(
                code,
                false,
                "",
                byKeeper(head, further)
                        ? "The keeper signed entry %d, and it is not here: this copy was made before that, or its end was left out. Ask for a newer one."
                                .formatted(further.entry().n())
                        : "Entry %d is not here, and not signed by the keeper that this register names: it proves nothing."
                                .formatted(further.entry().n()));
    }

    private static void differs(Checks checks, String code, ThreadBundle.Head head, SignedEntry other) {
        boolean proof = byKeeper(head, other);
        checks.want(
                proof ? "fork" : code,
                false,
                "",
                proof
                        ? "The keeper signed another entry %d than the one here; both are proof against it."
                                .formatted(other.entry().n())
                        : "Entry %d is another one there, which the keeper that this register names did not sign."
                                .formatted(other.entry().n()));
    }

    private static boolean byKeeper(ThreadBundle.Head head, SignedEntry entry) {
        return head.keepers().stream()
                .anyMatch(it -> entry.signedBy(it.certificate().getPublicKey()));
    }

    private static boolean belongs(Entry entry, ThreadBundle.Head head) {
        return entry.network().equals(head.network()) && entry.thread().equals(head.thread());
    }
}
