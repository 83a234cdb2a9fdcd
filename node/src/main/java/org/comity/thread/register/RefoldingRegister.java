package org.comity.thread.register;

import java.util.Optional;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a register again: from its first entry to check it all, from its last true snapshot to be quick. */
@Component
class RefoldingRegister {

    private final ProcedureVersions procedures;
    private final ActRows acts;
    private final EntryRows entries;

    RefoldingRegister(ProcedureVersions procedures, ActRows acts, EntryRows entries) {
        this.procedures = procedures;
        this.acts = acts;
        this.entries = entries;
    }

    /** Every entry follows the one before, and its effect and state are what the table says. */
    boolean holds(ThreadRow thread) {
        var start = new Reached(0, Entry.NOTHING_BEFORE, new Fold(null, Entry.EFFECTIVE));
        return from(thread, start)
                .filter(end -> end.n() == thread.lastN())
                .filter(end -> end.hash().equals(thread.lastHash()))
                .filter(end -> end.n() == 0 || end.folded().state().equals(thread.state()))
                .isPresent();
    }

    Procedure.@Nullable State state(ThreadRow thread) {
        return from(thread, lastTrueSnapshot(thread))
                .map(Reached::folded)
                .orElseThrow(
                        () -> new IllegalStateException("The register of [%s] does not fold".formatted(thread.id())))
                .to();
    }

    private Reached lastTrueSnapshot(ThreadRow thread) {
        for (var snapshot : entries.snapshots(thread.id())) {
            var entry = entries.at(thread.id(), snapshot.n()).map(SignedEntry::entry);
            if (entry.isPresent() && entry.get().state().equals(Fold.hash(snapshot.state()))) {
                var state = Fold.read(procedures.get(thread.procedure()), snapshot.state());
                return new Reached(
                        snapshot.n(),
                        entry.get().hash(),
                        new Fold(state, entry.get().effect()));
            }
        }
        return new Reached(0, Entry.NOTHING_BEFORE, new Fold(null, Entry.EFFECTIVE));
    }

    private Optional<Reached> from(ThreadRow thread, Reached start) {
        var procedure = procedures.get(thread.procedure());
        var reached = start;
        for (var batch = entries.after(thread.id(), reached.n());
                !batch.isEmpty();
                batch = entries.after(thread.id(), reached.n())) {
            for (var signed : batch) {
                var next = next(procedure, reached, signed.entry());
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                reached = next.get();
            }
        }
        return Optional.of(reached);
    }

    private Optional<Reached> next(Procedure procedure, Reached reached, Entry entry) {
        if (entry.n() != reached.n() + 1 || !entry.previous().equals(reached.hash())) {
            return Optional.empty();
        }
        return acts.find(entry.act())
                .filter(act -> act.containerHash().equals(entry.container()))
                .map(act -> act.envelope().said())
                .filter(said -> said.act().equals(entry.act()))
                .map(said -> Fold.of(procedure, reached.folded().to(), said))
                .filter(folded -> folded.agrees(entry))
                .map(folded -> new Reached(entry.n(), entry.hash(), folded));
    }

    private record Reached(long n, String hash, Fold folded) {}
}
