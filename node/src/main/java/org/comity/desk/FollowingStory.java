package org.comity.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.casework.DomesticFile;
import org.comity.casework.Drafts;
import org.comity.procedure.ActRole;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.ui.PracticeStory;
import org.comity.ui.Practising;
import org.springframework.stereotype.Component;

/** Ticks the steps of the practice story by what this node's own record holds; the other node keeps its own. */
@Component
class FollowingStory implements PracticeStory {

    private static final int NEWEST = 50;

    private final Threads threads;
    private final Drafts drafts;
    private final DomesticFile file;
    private final Procedures procedures;

    FollowingStory(Threads threads, Drafts drafts, DomesticFile file, Procedures procedures) {
        this.procedures = procedures;
        this.threads = threads;
        this.drafts = drafts;
        this.file = file;
    }

    @Override
    public Practising.Story since(Instant since) {
        var begun = threads.list(Threads.Filter.ALL, null, NEWEST).stream()
                .filter(it -> it.openedAt().isAfter(since))
                .toList();
        var kept = first(begun, it -> it.law().equals(procedures.first()));
        var acts = kept.map(this::registered).orElse(Set.of());
        boolean given = first(begun, KnownProcedure::holdsFollowed)
                .filter(it ->
                        registered(it).contains(procedures.of(it.procedure()).opening()))
                .isPresent();
        boolean preserved = given || said(kept, acts, ActRole.CARRIES_OUT);
        boolean ordered = preserved
                || kept.filter(it -> file.holds(it.id(), DomesticFile.Kind.ORDER))
                        .isPresent();
        boolean sent = kept.filter(
                        it -> acts.contains(procedures.of(it.procedure()).opening()))
                .isPresent();
        boolean written = sent
                || drafts.waiting().stream()
                        .anyMatch(it -> opens(it) && it.savedAt().isAfter(since));
        return new Practising.Story(List.of(
                written || ordered,
                sent || ordered,
                said(kept, acts, ActRole.ACKNOWLEDGES) || ordered,
                ordered,
                preserved,
                given));
    }

    private boolean said(Optional<Threads.Thread> thread, Set<String> acts, ActRole role) {
        return thread.filter(
                        it -> procedures.of(it.procedure()).acts(role).stream().anyMatch(acts::contains))
                .isPresent();
    }

    private boolean opens(Draft draft) {
        return procedures
                .find(draft.procedure())
                .filter(it -> it.opening().equals(draft.type()))
                .isPresent();
    }

    private Optional<Threads.Thread> first(List<Threads.Thread> begun, Predicate<KnownProcedure> of) {
        return begun.reversed().stream()
                .filter(it -> procedures.find(it.procedure()).filter(of).isPresent())
                .findFirst();
    }

    /** Types of the acts that have an entry: what is only sent changed nothing. */
    private Set<String> registered(Threads.Thread thread) {
        return threads.newest(thread.id()).stream()
                .filter(it -> it.n() != null)
                .map(it -> it.envelope().type())
                .collect(Collectors.toSet());
    }
}
