package org.comity.casework.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.comity.casework.tables.Moves.Beside;
import org.comity.casework.tables.Moves.Place;
import org.comity.casework.tables.Moves.Row;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.TableQuestion;
import org.jspecify.annotations.Nullable;

/** Says which row of {@code moves.md} an act takes, one question at a time: each has few answers, known or yet to be asked. */
final class MovesFold {

    static final TableQuestion RESUMED = new TableQuestion.Is("resume.name");

    private final Moves moves;
    private final TableQuestion state;
    private final Outcomes outcomes;

    sealed interface Next {
        record Ask(TableQuestion question) implements Next {}

        /** @param row null where it is what holds of every procedure */
        record Done(Node node, @Nullable Row row) implements Next {}

        record NoRow() implements Next {}
    }

    MovesFold(Moves moves) {
        this.moves = moves;
        this.state = new TableQuestion.Is(moves.field());
        this.outcomes = new Outcomes(moves);
    }

    /** @param known the answer to a question, or null while it is not known */
    Next next(String act, Function<TableQuestion, @Nullable String> known) {
        var at = known.apply(state);
        if (at == null) {
            return new Next.Ask(state);
        }
        if (at.isEmpty()) {
            return act.equals(moves.opening()) ? rows(act, at, known) : without("not-opened");
        }
        if (moves.ended().contains(at)) {
            var counted = counted(act);
            if (counted == null) {
                return without("ended");
            }
            var count = known.apply(counted);
            return count == null
                    ? new Next.Ask(counted)
                    : count.equals("none") ? without("ended") : rows(act, at, known);
        }
        return act.equals(moves.opening()) ? without("already-opened") : rows(act, at, known);
    }

    /** Every answer that a question can have, where a thread stands in this state. */
    List<String> answers(TableQuestion question, String act, @Nullable String at) {
        return switch (question) {
            case TableQuestion.Is is
            when is.equals(state) -> {
                var all = new LinkedHashSet<>(List.of(""));
                all.addAll(moves.states().keySet());
                yield List.copyOf(all);
            }
            case TableQuestion.Is is when is.equals(RESUMED) -> List.copyOf(outcomes.resumed(String.valueOf(at)));
            case TableQuestion.Is _ -> List.of("true", "false");
            case TableQuestion.Said(var fact) ->
                List.copyOf(((FactRule.OneOf) moves.acts().get(act).facts().get(fact)).values());
            case TableQuestion.Names(var _, var fact) ->
                moves.acts().get(act).facts().containsKey(fact)
                        ? List.of("none", "same", "other")
                        : List.of("none", "other");
            case TableQuestion.Count(var _, var full) ->
                full == Long.MAX_VALUE ? List.of("none", "some") : List.of("none", "some", "full");
            case TableQuestion.Has(var _, var _, var mark) ->
                mark == null ? List.of("no", "yes") : List.of("no", "false", "true");
            case TableQuestion.When(var field, var _) ->
                moves.beside().containsKey(field)
                        ? List.of("none", "earlier", "same", "later")
                        : List.of("earlier", "same", "later");
        };
    }

    /** What keeps an act alive after an ending; null for most. */
    private @Nullable TableQuestion counted(String act) {
        return moves.rows().get(act).stream()
                .flatMap(it -> it.places().stream())
                .filter(Place.EndedWith.class::isInstance)
                .map(it -> (TableQuestion) new TableQuestion.Count(((Place.EndedWith) it).count(), Long.MAX_VALUE))
                .findFirst()
                .orElse(null);
    }

    private Next rows(String act, String at, Function<TableQuestion, @Nullable String> known) {
        for (var row : moves.rows().get(act)) {
            for (var place : row.places()) {
                if (place instanceof Place.In(var states, var resumed) && states.contains(at) && !resumed.isEmpty()) {
                    var later = known.apply(RESUMED);
                    if (later == null) {
                        return new Next.Ask(RESUMED);
                    }
                    if (!resumed.contains(later)) {
                        continue;
                    }
                } else if (!fits(place, at)) {
                    continue;
                }
                if (!row.when().isEmpty()) {
                    var condition = condition(row.when(), act, at);
                    var answer = known.apply(condition.question());
                    if (answer == null) {
                        return new Next.Ask(condition.question());
                    }
                    if (!condition.answers().contains(answer)) {
                        continue;
                    }
                }
                return outcomes.of(row, act, at, known);
            }
        }
        return new Next.NoRow();
    }

    private boolean fits(Place place, String at) {
        return switch (place) {
            case Place.Before _ -> at.isEmpty();
            case Place.EndedWith _ -> moves.ended().contains(at);
            case Place.In(var states, var _) -> states.contains(at);
        };
    }

    private static Next without(String reason) {
        return new Next.Done(new Node.Without(reason), null);
    }

    private record Condition(TableQuestion question, Set<String> answers) {}

    /** At most one a row, and one question: {@code <fact> <value>}, {@code <flag>}, {@code <list> full} and so on. */
    private Condition condition(String when, String act, String at) {
        var words = when.split(" ");
        var beside = moves.beside().get(words[0]);
        if (beside != null) {
            return beside(beside, words);
        }
        var fact = moves.acts().get(act).facts().get(words[0]);
        if (words.length > 2) {
            boolean not = words[1].equals("not");
            var list = moves.beside().get(words[words.length - 1]);
            return new Condition(has(list, words[0]), not ? Set.of("no") : Set.of("yes", "true", "false"));
        }
        return switch (fact) {
            case FactRule.AnInstant _ -> {
                boolean here = moves.states().getOrDefault(at, List.of()).contains(words[0]);
                yield new Condition(
                        new TableQuestion.When(here ? words[0] : "resume." + words[0], words[0]), Set.of(words[1]));
            }
            case FactRule.AnAct _ -> new Condition(has(marked(words[1]), words[0]), Set.of("true"));
            case FactRule.OneOf _ -> new Condition(new TableQuestion.Said(words[0]), Set.of(words[1]));
            case null -> throw new IllegalArgumentException("Not understood: if " + when);
        };
    }

    private static Condition beside(Beside beside, String[] words) {
        return switch (beside.kind()) {
            case FLAG -> new Condition(new TableQuestion.Is(beside.name()), Set.of("true"));
            case ACT ->
                new Condition(
                        new TableQuestion.Names(beside.name(), beside.name()),
                        words.length > 1 ? Set.of("same") : Set.of("same", "other"));
            case INSTANT -> new Condition(new TableQuestion.When(beside.name(), beside.name()), Set.of(words[1]));
            case COUNT, LIST -> new Condition(new TableQuestion.Count(beside.name(), beside.full()), Set.of(words[1]));
        };
    }

    private Beside marked(String mark) {
        return moves.beside().values().stream()
                .filter(it -> mark.equals(it.mark()))
                .findFirst()
                .orElseThrow();
    }

    private static TableQuestion has(Beside list, String fact) {
        return new TableQuestion.Has(list.name(), fact, list.mark());
    }
}
