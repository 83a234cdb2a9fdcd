package org.comity.proof.register;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.act.Envelope;

/**
 * Verifies the register of one thread: signed entries, numbered from 1 without a gap, each naming the hash of the one before.
 */
public final class Register {

    /** The code of an entry whose time is before that of what it rests on. */
    public static final String TIME = "entry-time";

    private Register() {}

    /**
     * Two different entries that the keeper signed for one place.
     *
     * <p>Either is worthless alone; both together are proof against the keeper.
     */
    public record Fork(SignedEntry one, SignedEntry other) {

        /** Whether this proves it to somebody who trusts nothing but the keeper's key. */
        public boolean proves(PublicKey keeper) {
            return samePlace(one.entry(), other.entry())
                    && !one.entry().hash().equals(other.entry().hash())
                    && one.signedBy(keeper)
                    && other.signedBy(keeper);
        }
    }

    /**
     * Checks a register from its first entry on, in the order given, and folds it again.
     *
     * @param acts the envelopes of the registered acts by id; without them effects are not recomputed
     */
    public static Verdict verify(
            String network, String thread, List<SignedEntry> entries, Map<String, Envelope> acts, PublicKey keeper) {
        return verify(network, thread, entries, acts, _ -> keeper);
    }

    /** @param keeper by n, the key that signed the entry: a keeper may change it */
    public static Verdict verify(
            String network,
            String thread,
            List<SignedEntry> entries,
            Map<String, Envelope> acts,
            LongFunction<PublicKey> keeper) {
        var all = new ArrayList<Check>();
        var once = new HashSet<String>();
        String previous = Entry.NOTHING_BEFORE;
        Entry before = null;
        long n = 1;
        for (SignedEntry each : entries) {
            all.addAll(entry(network, thread, n, previous, each, keeper));
            if (before != null) all.addAll(time(before, each.entry()));
            before = each.entry();
            if (!once.add(each.entry().act())) {
                all.add(failed(
                        each.entry(),
                        "act-twice",
                        "The act %s is registered twice.".formatted(each.entry().act())));
            }
            previous = each.entry().hash();
            n = each.entry().n() + 1;
        }
        fork(entries, keeper)
                .ifPresent(it -> all.add(failed(
                        it.one().entry(),
                        "fork",
                        "The keeper signed two different entries with this number; both are proof.")));
        all.addAll(effects(entries, acts, all.stream().noneMatch(it -> it.outcome() == Verdict.Outcome.FAILED)));
        return new Verdict(all, null, null, null);
    }

    /**
     * Checks a stretch of a register that goes on behind {@code before}: places, chain and signatures. What the acts did is
     * not recomputed, since a fold begins at the first entry.
     */
    public static Verdict verify(
            String network, String thread, Entry before, List<SignedEntry> entries, LongFunction<PublicKey> keeper) {
        var all = new ArrayList<Check>();
        var last = before;
        for (SignedEntry each : entries) {
            all.addAll(entry(network, thread, last.n() + 1, last.hash(), each, keeper));
            all.addAll(time(last, each.entry()));
            last = each.entry();
        }
        return new Verdict(all, null, null, null);
    }

    /** Clocks err, and the chain says which of the two came first: so it is said, and is no failure. */
    private static List<Check> time(Entry before, Entry entry) {
        var checks = new Checks("entry " + entry.n());
        if (entry.time().isBefore(before.time())) {
            checks.notChecked(
                    TIME,
                    "It is dated %s, and entry %d before it %s: by the keeper's clock, which was wrong at one of them."
                            .formatted(entry.time(), before.n(), before.time()));
        }
        return checks.all();
    }

    private static List<Check> effects(List<SignedEntry> entries, Map<String, Envelope> acts, boolean chained) {
        var register = new Checks("register");
        if (entries.isEmpty()) {
            register.notChecked("entries", "The register is empty.");
            return register.all();
        }
        if (!chained) {
            register.notChecked("effects", "Effects and states are not recomputed: the entries are no whole register.");
            return register.all();
        }
        return new CheckingEffects(acts).check(entries);
    }

    private static List<Check> entry(
            String network,
            String thread,
            long n,
            String previous,
            SignedEntry signed,
            LongFunction<PublicKey> keeper) {
        var entry = signed.entry();
        var checks = new Checks("entry " + entry.n());
        boolean place = entry.network().equals(network) && entry.thread().equals(thread);
        if (!place) {
            checks.want("entry-thread", false, "", "The entry belongs to another thread or network.");
        }
        if (entry.n() != n) {
            checks.want("entry-number", false, "", "Number %d was expected here.".formatted(n));
        }
        if (!entry.previous().equals(previous)) {
            checks.want("entry-previous", false, "", "The entry does not name the hash of the entry before it.");
        }
        if (!signed.signedBy(keeper.apply(entry.n()))) {
            checks.want("entry-signature", false, "", "The keeper's signature is not right.");
        }
        if (checks.all().isEmpty()) {
            checks.want(
                    "entry",
                    true,
                    "In its place in the chain, signed by the keeper; registers act %s at %s, %s."
                            .formatted(entry.act(), entry.time(), entry.effect()),
                    "");
        }
        return checks.all();
    }

    /** Looks for two different entries with one number, both rightly signed; the lowest number first. */
    public static Optional<Fork> fork(Collection<SignedEntry> entries, PublicKey keeper) {
        return fork(entries, _ -> keeper);
    }

    private static Optional<Fork> fork(Collection<SignedEntry> entries, LongFunction<PublicKey> keeper) {
        var seen = new HashMap<String, SignedEntry>();
        return entries.stream()
                .sorted(Comparator.comparingLong(it -> it.entry().n()))
                .filter(it -> seen.containsKey(place(it.entry()))
                        || it.signedBy(keeper.apply(it.entry().n())))
                .map(it -> Optional.ofNullable(seen.putIfAbsent(place(it.entry()), it))
                        .map(first -> new Fork(first, it)))
                .flatMap(Optional::stream)
                .filter(it -> it.proves(keeper.apply(it.one().entry().n())))
                .findFirst();
    }

    private static boolean samePlace(Entry one, Entry other) {
        return place(one).equals(place(other));
    }

    private static String place(Entry entry) {
        return "%s %s %d".formatted(entry.network(), entry.thread(), entry.n());
    }

    private static Check failed(Entry entry, String code, String detail) {
        return new Check("entry " + entry.n(), code, Verdict.Outcome.FAILED, detail);
    }
}
