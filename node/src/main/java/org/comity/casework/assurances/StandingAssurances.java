package org.comity.casework.assurances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.casework.Assurances;
import org.comity.directory.Directory;
import org.comity.procedure.Assured;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Reads from the acts of a thread what was assured and what is owed: what is asked is owed until it is given after that. */
@Component
class StandingAssurances implements Assurances {

    private final Threads threads;
    private final Directory directory;
    private final Clock clock;

    StandingAssurances(Threads threads, Directory directory, Clock clock) {
        this.threads = threads;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Standing> of(String thread) {
        return fold(threads.effective(List.of(thread)));
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), directory.self().zone());
    }

    /** An act that gives and asks gives first: who answers may ask in return. */
    static List<Standing> fold(List<KeptAct> acts) {
        var standing = new ArrayList<Standing>();
        for (var act : acts) {
            for (var given : Assured.given(act.body())) {
                standing.removeIf(it -> !it.given() && it.ours() == act.ours() && same(it, given));
                standing.add(new Standing(given, act.ours(), true, act.id()));
            }
            for (var asked : Assured.asked(act.body())) {
                standing.removeIf(it -> !it.given() && it.ours() != act.ours() && same(it, asked));
                standing.add(new Standing(asked, !act.ours(), false, act.id()));
            }
        }
        return standing;
    }

    private static boolean same(Standing one, Assured other) {
        return one.assured().kind().equals(other.kind());
    }
}
