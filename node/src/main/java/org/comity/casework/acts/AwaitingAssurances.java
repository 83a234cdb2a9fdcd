package org.comity.casework.acts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.casework.BeforeSending;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Assured;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Looks, before something or someone is given, whether the other State has given the assurances that ours asked of it. It is
 * told to whoever signs; what our State's own setting asks for is waited for, unless the act only offers and asks for it itself.
 */
@Component
class AwaitingAssurances implements BeforeSending {

    private static final String KIND = "acts.option.assurances.kind.";

    private final Assurances assurances;
    private final Procedures procedures;
    private final Threads threads;
    private final Map<String, List<String>> required;

    AwaitingAssurances(Assurances assurances, Procedures procedures, Threads threads, SafeguardSettings settings) {
        this.assurances = assurances;
        this.procedures = procedures;
        this.threads = threads;
        this.required = settings.assurances();
        this.required.forEach((law, kinds) -> kinds.forEach(kind -> known(procedures, law, kind)));
    }

    /** A slip in the settings would hold nothing, and nobody would see it. */
    private static void known(Procedures procedures, String law, String kind) {
        boolean known = procedures.all().stream()
                .filter(it -> it.law().equals(law))
                .flatMap(it -> it.writing().table().acts().values().stream())
                .flatMap(List::stream)
                .filter(it -> it.key().equals(Assured.ASKED))
                .flatMap(it -> it.columns().stream())
                .anyMatch(it -> it.key().equals(Assured.KIND) && it.options().contains(kind));
        if (!known) {
            throw new IllegalStateException(
                    "node.safeguards.assurances.%s: %s: that procedure asks for no assurance of this kind; see procedure-files.md"
                            .formatted(law, kind));
        }
    }

    @Override
    public void check(Draft draft) {
        var lacking = looked(draft).lacking();
        if (!lacking.isEmpty()) {
            throw new NotAssured(String.join(", ", lacking));
        }
    }

    /** What is held first, then what was asked and is not there, or is there no more; each with its kinds behind it. */
    List<Pointed> pointed(Draft draft) {
        var looked = looked(draft);
        var pointed = new ArrayList<Pointed>();
        add(pointed, "safeguards.not-assured-held", looked.lacking());
        add(pointed, "safeguards.not-assured", looked.open());
        return pointed;
    }

    private static void add(List<Pointed> pointed, String message, Set<String> kinds) {
        if (!kinds.isEmpty()) {
            pointed.add(new Pointed(message, ""));
            kinds.forEach(it -> pointed.add(new Pointed(KIND + it, "")));
        }
    }

    private OpenAssurances looked(Draft draft) {
        var thread = draft.thread();
        if (thread == null || draft.opens() || !gives(draft, thread)) {
            return new OpenAssurances(Set.of(), Set.of());
        }
        var theirs = assurances.of(thread).stream().filter(it -> !it.ours()).toList();
        var today = assurances.today();
        var settled = theirs.stream()
                .filter(it -> it.holdsOn(today))
                .map(it -> it.assured().kind())
                .collect(Collectors.toSet());
        if (procedures.of(draft.procedure()).writing().offers(draft.type(), draft.facts())) {
            Assured.asked(draft.body()).forEach(it -> settled.add(it.kind()));
        }
        var asked = required.getOrDefault(procedures.of(draft.procedure()).law(), List.of());
        var lacking = without(asked, settled);
        settled.addAll(lacking);
        var known = theirs.stream()
                .map(StandingAssurance::assured)
                .map(Assured::kind)
                .toList();
        return new OpenAssurances(lacking, without(known, settled));
    }

    private boolean gives(Draft draft, String thread) {
        return threads.opening(thread)
                .filter(it -> procedures
                        .of(draft.procedure())
                        .writing()
                        .gives(draft.type(), it.envelope().facts()))
                .isPresent();
    }

    private static Set<String> without(List<String> kinds, Set<String> settled) {
        var left = new LinkedHashSet<>(kinds);
        left.removeAll(settled);
        return left;
    }

    /**
     * @param lacking what our setting asks for and the other State has not given, or not for today
     * @param open what it was asked for or gave, and what does not hold
     */
    private record OpenAssurances(Set<String> lacking, Set<String> open) {}

    /** Nothing left; it says what to ask for first. */
    static final class NotAssured extends RuleBroken {
        NotAssured(String kinds) {
            super("safeguards.not-assured", Map.of("kinds", kinds));
        }
    }
}
