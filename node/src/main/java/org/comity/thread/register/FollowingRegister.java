package org.comity.thread.register;

import java.util.Optional;
import org.comity.proof.act.Act;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows another keeper's register, entry by entry, as far as our own fold agrees. */
@Component
class FollowingRegister {

    private final ActRows acts;
    private final ParkedEntries parked;
    private final CheckedState standing;
    private final AppendingEntries book;
    private final MarkingDisputed disputing;

    FollowingRegister(
            ActRows acts,
            ParkedEntries parked,
            CheckedState standing,
            AppendingEntries book,
            MarkingDisputed disputing) {
        this.acts = acts;
        this.parked = parked;
        this.standing = standing;
        this.book = book;
        this.disputing = disputing;
    }

    /** Until an entry is missing, its act is missing, or it is not true. */
    void follow(ThreadRow start) {
        var thread = Optional.of(start);
        while (thread.isPresent()) {
            var next = parked.at(start.id(), thread.get().lastN() + 1);
            var act = next.flatMap(it -> acts.find(it.entry().act()));
            if (act.isEmpty()) {
                return;
            }
            parked.remove(start.id(), next.get().entry().n());
            thread = take(thread.get(), act.get(), next.get());
        }
    }

    /**
     * Takes the next entry without letting it wait.
     *
     * @return false if its act is not here yet
     */
    boolean take(ThreadRow thread, SignedEntry signed) {
        var act = acts.find(signed.entry().act());
        act.ifPresent(it -> take(thread, it, signed));
        return act.isPresent();
    }

    private Optional<ThreadRow> take(ThreadRow thread, KeptAct act, SignedEntry signed) {
        var folded = standing.fold(thread, act.envelope());
        var flaw = disagreement(thread, act, folded, signed.entry());
        if (flaw.isPresent()) {
            disputing.dispute(thread, flaw.get().why(), flaw.get().ours(), signed);
            return Optional.empty();
        }
        return Optional.of(book.append(thread, new Act(act.envelope(), act.body()), act.ours(), signed, folded));
    }

    private static Optional<Disagreement> disagreement(ThreadRow thread, KeptAct act, Fold folded, Entry theirs) {
        if (!act.thread().equals(thread.id())) {
            return Optional.of(new Disagreement("foreign-act", null));
        }
        var expected = new Entry(
                theirs.network(),
                theirs.thread(),
                thread.lastN() + 1,
                thread.lastHash(),
                act.id(),
                act.containerHash(),
                theirs.time(),
                folded.effect(),
                folded.stateHash());
        return theirs.equals(expected)
                ? Optional.empty()
                : Optional.of(new Disagreement(difference(theirs, expected), expected.json()));
    }

    private static String difference(Entry theirs, Entry expected) {
        if (!theirs.container().equals(expected.container())) {
            return "container";
        }
        if (!theirs.effect().equals(expected.effect())) {
            return "effect";
        }
        return theirs.state().equals(expected.state()) ? "chain" : "state";
    }

    private record Disagreement(String why, byte @Nullable [] ours) {}
}
