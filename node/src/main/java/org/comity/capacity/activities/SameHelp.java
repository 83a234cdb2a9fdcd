package org.comity.capacity.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.iati.IatiFacts;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;

/** Finds help that may be the same: the same State, an article or a purpose in common, and days in common. People decide. */
public final class SameHelp {

    private SameHelp() {}

    /** @param address of a page here; null for what others published */
    public record Similar(
            String title, String name, @Nullable String address) {}

    static List<Similar> of(SharedActivity activity, List<SharedActivity> others, List<BroughtActivity> brought) {
        var facts = facts(activity);
        var found = new ArrayList<Similar>();
        for (var other : others) {
            if (!other.equals(activity) && same(facts, facts(other))) {
                var address = ActivitiesView.address(other);
                found.add(new Similar(other.title(), address, "/activities/" + address));
            }
        }
        for (var each : brought) {
            if (same(facts, each.facts())) found.add(new Similar(each.facts().title(), each.identifier(), null));
        }
        return List.copyOf(found);
    }

    /** What of our own activities may be the same as one that others published. */
    static List<Similar> of(BroughtActivity brought, List<SharedActivity> ours) {
        return ours.stream()
                .filter(it -> same(facts(it), brought.facts()))
                .map(it -> new Similar(
                        it.title(), ActivitiesView.address(it), "/activities/" + ActivitiesView.address(it)))
                .toList();
    }

    static IatiFacts facts(SharedActivity activity) {
        var first =
                activity.side(ActivitySide.RECIPIENT).orElse(activity.sides().getFirst());
        boolean known = first.part().equals(ActivitySide.RECIPIENT);
        var said = first.opening();
        var kind = AssistanceKinds.of(said.text("kind"));
        return new IatiFacts(
                activity.title(),
                known ? Set.of(StateParty.codeOf(first.row().counterpart())) : Set.of(),
                Set.copyOf(said.words("articles")),
                kind == null ? Set.of() : Set.of(kind.purpose()),
                first.planned("begins").orElse(null),
                first.over().or(() -> first.planned("ends")).orElse(null));
    }

    static boolean same(IatiFacts one, IatiFacts other) {
        return common(one.states(), other.states())
                && (common(one.articles(), other.articles()) || common(one.purposes(), other.purposes()))
                && !begin(one).isAfter(end(other))
                && !begin(other).isAfter(end(one));
    }

    private static boolean common(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }

    private static LocalDate begin(IatiFacts facts) {
        return Objects.requireNonNullElse(facts.begins(), LocalDate.MIN);
    }

    private static LocalDate end(IatiFacts facts) {
        return Objects.requireNonNullElse(facts.ends(), LocalDate.MAX);
    }
}
