package org.comity.casework.joint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.comity.procedure.ActField;
import org.comity.procedure.file.FiledCards;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.JointState;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;

/**
 * Knows which columns of an act's rows name a party of the thread: there one chooses among the parties, and what is kept is
 * the id of the one that was chosen.
 */
final class PartyColumns {

    private PartyColumns() {}

    /** Parties to choose from, and names of items of which the thread knows to begin from. */
    static List<RequestWords> columns(ActField field, AgreementCards cards, String speaker) {
        return field.columns().stream()
                .map(it -> {
                    var parties = parties(cards, it.key(), speaker);
                    var kind = parties.isEmpty() ? it.kind() : ActField.Kind.CHOICE;
                    var known = cards.procedure().cards().ofItems(it.key())
                            ? cards.items().stream()
                                    .map(item -> Choice.of(item.item(), item.item()))
                                    .toList()
                            : parties;
                    return new RequestWords(
                            it.key(), kind.name(), it.needed(), false, known, null, List.of(), List.of(), false, "");
                })
                .toList();
    }

    /** The other parties where a column names one, else nothing. */
    static List<Choice> parties(AgreementCards cards, String column, String speaker) {
        var state = cards.joint().state();
        return state == null || !cards.procedure().cards().ofParties().contains(column)
                ? List.of()
                : state.parties().keySet().stream()
                        .filter(it -> !it.equals(speaker))
                        .map(it -> Choice.of(it, cards.names().apply(it)))
                        .toList();
    }

    /** What is left empty is told elsewhere. */
    static FormProblems problems(FiledCards cards, JointState state, Map<String, Object> body) {
        var found = FormProblems.NONE;
        var ofParties = cards.ofParties();
        for (var key : new TreeMap<>(body).keySet()) {
            var rows = new BodyFields(body).maps(key);
            for (int n = 0; n < rows.size(); n++) {
                for (var column : ofParties) {
                    var written = new BodyFields(rows.get(n)).text(column);
                    if (!written.isEmpty() && !state.parties().containsKey(written)) {
                        found = found.with("%s.%d.%s".formatted(key, n, column), "joint.needed.party");
                    }
                }
            }
        }
        return found;
    }

    /** The same words with names of parties where their ids stand. */
    static Map<String, Object> named(FiledCards cards, Map<String, Object> body, UnaryOperator<String> names) {
        var ofParties = cards.ofParties();
        var named = new LinkedHashMap<>(body);
        named.replaceAll((_, value) -> value instanceof List<?> rows ? rows(ofParties, rows, names) : value);
        return named;
    }

    private static List<Object> rows(Set<String> ofParties, List<?> rows, UnaryOperator<String> names) {
        var named = new ArrayList<Object>();
        for (var row : rows) {
            if (row instanceof Map<?, ?> columns) {
                var line = new LinkedHashMap<Object, Object>(columns);
                line.replaceAll(
                        (column, value) -> ofParties.contains(Objects.toString(column)) && value instanceof String id
                                ? names.apply(id)
                                : value);
                named.add(line);
            } else {
                named.add(row);
            }
        }
        return named;
    }
}
