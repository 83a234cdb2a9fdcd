package org.comity.casework.assurances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.casework.Assurances;
import org.comity.directory.Directory;
import org.comity.procedure.Assured;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads from the acts of a thread what was assured and what is owed: what is asked is owed until it is given after that. */
@Component
class StandingAssurances implements Assurances {

    private final Threads threads;
    private final Directory directory;
    private final Procedures procedures;
    private final Clock clock;

    StandingAssurances(Threads threads, Directory directory, Procedures procedures, Clock clock) {
        this.threads = threads;
        this.directory = directory;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public List<StandingAssurance> of(String thread) {
        return threads.find(thread).map(this::of).orElse(List.of());
    }

    /** Only acts that can speak of assurances are read: a thread may have thousands of others. */
    private List<StandingAssurance> of(Threads.Thread thread) {
        var types = procedures.of(thread.procedure()).writing().assuring();
        if (types.isEmpty()) return List.of();
        try (var acts = threads.effective(thread.id(), types)) {
            return fold(acts, thread.ourRole(), procedures);
        }
    }

    @Override
    public List<StandingAssurance> given(KeptAct act, Role ourRole) {
        return fold(Stream.of(act), ourRole, procedures).stream()
                .filter(StandingAssurance::given)
                .toList();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), directory.self().zone());
    }

    /**
     * An act that gives and asks gives first: who answers may ask in return. Who speaks is told by the role: what came by
     * letter was written down by us.
     */
    static List<StandingAssurance> fold(Stream<KeptAct> acts, Role ourRole, Procedures procedures) {
        var standing = new ArrayList<StandingAssurance>();
        acts.forEach(act -> {
            boolean ours = ourRole.word().equals(act.envelope().role());
            var writing = procedures.of(act.envelope().procedure()).writing();
            for (var given : writing.assured(act.envelope().type(), act.body())) {
                standing.removeIf(it -> !it.given() && it.ours() == ours && same(it, given));
                standing.add(new StandingAssurance(given, ours, true, act.id()));
            }
            for (var asked : Assured.asked(act.body())) {
                standing.removeIf(it -> !it.given() && it.ours() != ours && same(it, asked));
                standing.add(new StandingAssurance(asked, !ours, false, act.id()));
            }
        });
        return standing;
    }

    private static boolean same(StandingAssurance one, Assured other) {
        return one.assured().kind().equals(other.kind());
    }
}
