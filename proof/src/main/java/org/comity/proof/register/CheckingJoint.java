package org.comity.proof.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.table.JointState;
import org.comity.proof.table.MoveTable;
import org.jspecify.annotations.Nullable;

/**
 * Checks what only a joint thread has: its name, who its parties were and who kept the register when, and that each act's
 * author had seen an entry of this very register (R90, R91, R100, R141).
 */
public final class CheckingJoint {

    private static final String SUBJECT = "parties";

    /** @param until the last entry in which it is a party; 0 while it is one */
    private record Stay(String participant, JointState.Party party, long until) {
        @Override
        public String toString() {
            return "%s (%s) from entry %d%s%s"
                    .formatted(
                            participant,
                            party.role(),
                            party.from(),
                            until == 0 ? "" : " to " + until,
                            party.fromHere() ? ", shown what was said from there on" : "");
        }
    }

    private final List<Entry> entries;
    private final Map<String, Envelope> acts;
    private final Set<String> authors;
    private final List<Stay> stays = new ArrayList<>();
    private final TreeMap<Long, String> keepers = new TreeMap<>();
    private long folded;

    private CheckingJoint(List<Entry> entries, Map<String, Envelope> acts, Set<String> authors) {
        this.entries = entries;
        this.acts = acts;
        this.authors = authors;
    }

    /**
     * @param entries in order of n
     * @param authors of the acts whose seal is here
     */
    public static CheckingJoint of(List<Entry> entries, Map<String, Envelope> acts, Set<String> authors) {
        var checking = new CheckingJoint(entries, acts, authors);
        checking.fold();
        return checking;
    }

    /** As far as the register is whole; whether its effects and states are right is checked elsewhere. */
    private void fold() {
        var opening = opening();
        if (opening == null) return;
        keepers.put(1L, opening.author());
        var table = MoveTable.find(opening.procedure())
                .filter(it -> it.parties() != null)
                .orElse(null);
        if (table == null) return;
        Map<String, Object> state = MoveTable.NOTHING_YET;
        for (var entry : entries) {
            var act = acts.get(entry.act());
            if (act == null || entry.n() != folded + 1) break;
            var before = state;
            state = CheckingEffects.folded(table, state, entry.n(), act).state();
            folded = entry.n();
            if (state != before) moved(before, JointState.read(state), entry.n());
        }
        if (!state.isEmpty()) {
            JointState.read(state).parties().forEach((name, party) -> stays.add(new Stay(name, party, 0)));
        }
    }

    private void moved(Map<String, Object> before, JointState after, long n) {
        if (before.isEmpty()) return;
        JointState.read(before).parties().forEach((name, party) -> {
            if (!party.equals(after.parties().get(name))) stays.add(new Stay(name, party, n));
        });
        if (!keepers.lastEntry().getValue().equals(after.keeper())) keepers.put(n + 1, after.keeper());
    }

    public List<Check> checks(String thread) {
        var checks = new Checks(SUBJECT);
        var opening = opening();
        if (opening != null) {
            checks.want(
                    "thread-id",
                    JointThread.id(opening).equals(thread),
                    "The thread is the one that its opening act names.",
                    "The opening act opens another thread, %s.".formatted(JointThread.id(opening)));
        }
        var last = entries.isEmpty() ? 0 : entries.getLast().n();
        if (folded > 0) {
            checks.want(
                    "parties",
                    true,
                    "Parties: %s. Kept by %s."
                            .formatted(
                                    stays.stream().map(Stay::toString).sorted().collect(Collectors.joining("; ")),
                                    keepers.entrySet().stream()
                                            .map(it -> "%s from entry %d".formatted(it.getValue(), it.getKey()))
                                            .collect(Collectors.joining(", "))),
                    "");
        }
        if (folded < last) {
            checks.notChecked(
                    "parties",
                    "From entry %d on, who is a party and who keeps it cannot be said.".formatted(folded + 1));
        }
        seen(checks);
        return checks.all();
    }

    /** Whoever keeps the register cannot change what lies before another's act without contradicting that act's seal. */
    private void seen(Checks checks) {
        var hashes = new TreeMap<Long, String>();
        var wrong = new TreeSet<Long>();
        for (var entry : entries) {
            var act = acts.get(entry.act());
            var said = act == null ? null : JointThread.seen(act).orElse(null);
            boolean right = said == null
                    ? act == null || entry.n() == 1 && !act.facts().containsKey(JointThread.SEEN)
                    : said.hash().equals(hashes.get(said.n()));
            if (!right) wrong.add(entry.n());
            hashes.put(entry.n(), entry.hash());
        }
        checks.want(
                "seen",
                wrong.isEmpty(),
                "Each act's author had seen an entry of this register.",
                "The authors of the acts of entries %s had seen another register, or say none.".formatted(wrong));
    }

    /** Who signs each entry by the acts, beside whom the head names. */
    public void keepers(Checks checks, ThreadBundle.Head head) {
        if (opening() == null) {
            checks.want("keeper-party", false, "", "Without the opening act nobody can say who keeps this register.");
            return;
        }
        var wrong = new TreeSet<Long>();
        for (var entry : entries) {
            // What was not folded was not handed over either, as far as anybody can say.
            if (!head.at(entry.n())
                    .participant()
                    .equals(keepers.floorEntry(entry.n()).getValue())) wrong.add(entry.n());
        }
        checks.want(
                "keeper-term",
                wrong.isEmpty(),
                "Each entry is of whoever kept the register then, by the acts.",
                "By the acts others kept the register when entries %s were made."
                        .formatted(wrong.stream().limit(10).toList()));
        alone(checks);
    }

    /** One party signed all entries, and no seal of another is here. Who took over signed what lies before its term, too. */
    private void alone(Checks checks) {
        var kept = new TreeSet<String>();
        entries.forEach(it -> kept.add(keepers.floorEntry(it.n()).getValue()));
        if (kept.size() > 1 || !kept.containsAll(authors)) return;
        var keeper = String.join("", kept);
        var others = new TreeSet<String>();
        acts.values().stream()
                .map(Envelope::author)
                .filter(it -> !kept.contains(it))
                .forEach(others::add);
        checks.notChecked(
                Verdict.ALONE,
                "No other party's sealed act is here: the entries are %s's word alone.".formatted(keeper));
        if (others.isEmpty()) return;
        checks.notChecked(
                Verdict.ONLY_ENVELOPES,
                "Of what %s said only envelopes are left, without their seals. An envelope proves no author. The export of a party that has the texts proves more."
                        .formatted(others.stream().limit(10).collect(Collectors.joining(", "))));
    }

    /** Parties that were shown only what was said from a later entry on. */
    public String shownLater(long n) {
        return stays.stream()
                .filter(it -> it.party().fromHere() && it.party().from() > n)
                .map(Stay::participant)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Of parties that had this entry, went, and came back: what they deleted meanwhile they read no more. */
    public String cameBack(long n) {
        return stays.stream()
                .filter(it -> it.until() >= n)
                .flatMap(gone -> stays.stream()
                        .filter(it -> it.participant().equals(gone.participant())
                                && it.party().from() > gone.until())
                        .map(back -> "%s, which went with entry %d and came back with entry %d"
                                .formatted(
                                        back.participant(),
                                        gone.until(),
                                        back.party().from())))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private @Nullable Envelope opening() {
        return entries.isEmpty() || entries.getFirst().n() != 1
                ? null
                : acts.get(entries.getFirst().act());
    }
}
