package org.comity.proof.seat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.jspecify.annotations.Nullable;

/** Says, by the host's register of its seats for one authority, which keys were confirmed and ended when (R152, R156). */
public final class SeatThread {

    /** Acts after which nothing more is said in the thread, so that no key of it counts. */
    private static final Set<String> ENDING = Set.of("adopt", "close", "redirect");

    private record Placed(Entry entry, Envelope act) {}

    private final Map<String, SignedEntry> entries = new HashMap<>();
    private final Map<String, Placed> confirmed = new HashMap<>();
    private final Map<String, Placed> ended = new HashMap<>();

    /** Of what ended all keys at once: the thread was closed, or the authority has a node of its own. */
    private @Nullable Entry over;

    /**
     * @param register in order of n, checked elsewhere
     * @param acts by id
     */
    public SeatThread(List<SignedEntry> register, Map<String, Envelope> acts) {
        for (var signed : register) {
            var entry = signed.entry();
            entries.put(entry.act(), signed);
            var act = acts.get(entry.act());
            if (act == null || !entry.effective()) continue;
            if (over == null && ENDING.contains(act.type())) over = entry;
            var about = act.facts().get("about");
            if (about == null) continue;
            if (act.type().equals("confirm")) confirmed.putIfAbsent(about, new Placed(entry, act));
            if (act.type().equals("end")) ended.putIfAbsent(about, new Placed(entry, act));
        }
    }

    boolean given(SignedEntry entry) {
        return entry.equals(entries.get(entry.entry().act()));
    }

    boolean confirmed(String give, @Nullable Entry act) {
        var placed = confirmed.get(give);
        return placed != null && before(placed.entry(), act);
    }

    boolean ended(String give, @Nullable Entry act) {
        var placed = ended.get(give);
        return placed != null && before(placed.entry(), act) || over != null && before(over, act);
    }

    /** Between what the end says of when the key was lost, and the end's own entry. */
    boolean doubtful(String give, @Nullable Entry act) {
        var placed = ended.get(give);
        if (placed == null || act == null || ended(give, act)) return false;
        return since(placed.act()).filter(it -> !act.time().isBefore(it)).isPresent();
    }

    private static Optional<Instant> since(Envelope end) {
        try {
            return Optional.of(Instant.parse(end.facts().getOrDefault("since", "")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An act that has no entry yet comes after all that have one. */
    private static boolean before(Entry one, @Nullable Entry act) {
        if (act == null) return true;
        return one.thread().equals(act.thread())
                ? one.n() < act.n()
                : !one.time().isAfter(act.time());
    }
}
