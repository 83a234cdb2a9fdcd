package org.comity.proof.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;

/** Folds a register again by its procedure's table: each entry's effect and state are what the table says (R34). */
final class CheckingEffects {

    private static final String NOT_FROM = "From entry %d on, effects and states are not recomputed: ";

    private final Map<String, Envelope> acts;
    private final Checks register = new Checks("register");
    private final List<Check> all = new ArrayList<>();

    /** @param acts by id, as far as they are here; only one whose hash is its id is believed */
    CheckingEffects(Map<String, Envelope> acts) {
        this.acts = acts;
    }

    /** @param entries a chain without a flaw, from entry 1 on */
    List<Check> check(List<SignedEntry> entries) {
        act(entries.getFirst().entry()).ifPresentOrElse(opening -> check(opening, entries), () -> missing(1));
        all.addAll(register.all());
        return all;
    }

    private void check(Envelope opening, List<SignedEntry> entries) {
        var procedure = opening.procedure();
        MoveTable.find(procedure)
                .ifPresentOrElse(
                        table -> {
                            boolean right = opening.joint() == (table.parties() != null);
                            if (right) fold(table, entries);
                            else {
                                register.want(
                                        "parties",
                                        false,
                                        "",
                                        "The table %s is not one of such threads: it has rules for parties, or the acts address all parties, and not both."
                                                .formatted(procedure));
                            }
                        },
                        () -> register.notChecked(
                                "effects",
                                "Effects and states are not recomputed: the table of procedure %s is not known here."
                                        .formatted(procedure)));
    }

    private void fold(MoveTable table, List<SignedEntry> entries) {
        Map<String, Object> state = MoveTable.NOTHING_YET;
        for (SignedEntry each : entries) {
            var entry = each.entry();
            var act = act(entry);
            if (act.isEmpty()) {
                missing(entry.n());
                return;
            }
            var folded = folded(table, state, entry.n(), act.get());
            if (!agrees(table, folded, entry)) {
                register.notChecked("effects", NOT_FROM.formatted(entry.n() + 1) + "the entry before is not true.");
                return;
            }
            state = folded.state();
        }
        register.want(
                "effects",
                true,
                "Effect and state of each of the %d entries are what the table %s gives."
                        .formatted(entries.size(), table.procedure()),
                "");
    }

    /** By the table alone, or in a joint thread with who is a party beside it. */
    static MoveTable.Folded folded(MoveTable table, Map<String, Object> state, long n, Envelope act) {
        return act.joint() && table.parties() != null
                ? Membership.fold(table, state, n, act.author(), act.said())
                : table.fold(state, act.said());
    }

    private boolean agrees(MoveTable table, MoveTable.Folded folded, Entry entry) {
        var subject = "entry " + entry.n();
        if (!folded.effect().equals(entry.effect())) {
            all.add(Check.failed(
                    subject,
                    "effect",
                    "The table %s gives the effect %s, the entry says %s."
                            .formatted(table.procedure(), folded.effect(), entry.effect())));
            return false;
        }
        if (!Digests.sha256(CanonicalJson.write(folded.state())).equals(entry.state())) {
            all.add(Check.failed(
                    subject, "state", "By the table %s the state after it is another.".formatted(table.procedure())));
            return false;
        }
        return true;
    }

    private Optional<Envelope> act(Entry entry) {
        return Optional.ofNullable(acts.get(entry.act())).filter(it -> it.id().equals(entry.act()));
    }

    private void missing(long n) {
        register.notChecked("effects", NOT_FROM.formatted(n) + "its act is not here.");
    }
}
