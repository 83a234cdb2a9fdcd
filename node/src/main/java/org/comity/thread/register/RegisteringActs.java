package org.comity.thread.register;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.comity.directory.Directory;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.sealing.Sealing;
import org.comity.thread.SealedAct;
import org.springframework.stereotype.Component;

/** Gives an act its entry, as the register's keeper: in the order in which acts come, and signed. */
@Component
class RegisteringActs {

    private final CheckedState standing;
    private final AppendingEntries book;
    private final Directory directory;
    private final Sealing sealing;
    private final Clock clock;

    RegisteringActs(CheckedState standing, AppendingEntries book, Directory directory, Sealing sealing, Clock clock) {
        this.standing = standing;
        this.book = book;
        this.directory = directory;
        this.sealing = sealing;
        this.clock = clock;
    }

    void register(ThreadRow thread, SealedAct sealed, boolean ours) {
        var act = sealed.act();
        var folded = standing.fold(thread, act.envelope());
        var entry = new Entry(
                directory.network(),
                thread.id(),
                thread.lastN() + 1,
                thread.lastHash(),
                act.id(),
                sealed.containerHash(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                folded.effect(),
                folded.stateHash());
        book.append(thread, act, ours, new SignedEntry(entry, sealing.signEntry(entry.json())), folded);
    }
}
