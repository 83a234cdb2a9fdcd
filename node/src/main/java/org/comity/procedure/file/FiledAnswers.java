package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActField;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.AnswerToOrder.Held;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;

/**
 * Reads in the thread of a served order what was answered of each thing that it names, as {@code answered} has it.
 *
 * @param act that answers, in the rows of a field whose first column is the thing
 * @param says what each option of the column {@code answer} comes to; one that is not here answers nothing
 * @param until a column, and where that is empty the fact of the same name
 * @param since a field of the act, and so is {@code reference}
 * @param none the act by which nothing of all that was ordered is held
 * @param elsewhere a field of that act, by the option with which it says that somebody else has it; empty where none does
 * @param settles a choice of the act that answers, by what was ordered; null for none
 * @param deleted the act that says after the end that the data are deleted; null where none does
 */
// More than twelve: each is one key of the file.
record FiledAnswers(
        String act,
        String rows,
        String item,
        String answer,
        Map<String, Held> says,
        String until,
        String note,
        String since,
        String reference,
        String none,
        Map<String, String> elsewhere,
        @Nullable SettledByOpening settles,
        @Nullable String deleted) {

    private static final String TEXT = "text";

    static FiledAnswers read(LawNode node, List<FiledField> opening, Map<String, List<FiledField>> acts) {
        node.only(
                "act",
                "rows",
                "says",
                "until",
                "note",
                "since",
                "reference",
                "none",
                "elsewhere",
                "settles",
                "deleted");
        var act = act(node, "act", acts);
        var rows = field(node, "rows", acts.getOrDefault(act, List.of()));
        var says = node.at("says").entries();
        if (says.size() != 1) throw node.at("says").fault("name one column of the rows, and what its options come to");
        var answer = says.entrySet().iterator().next();
        var column = rows.columns().stream()
                .filter(it -> it.key().equals(answer.getKey()))
                .findFirst()
                .orElseThrow(() -> answer.getValue().fault("\"%s\" is no column".formatted(answer.getKey())));
        var held = new LinkedHashMap<String, Held>();
        answer.getValue().entries().forEach((option, word) -> {
            if (!column.options().contains(option)) throw word.fault("\"%s\" is no option".formatted(option));
            held.put(option, word.word(Held.class));
        });
        return new FiledAnswers(
                act,
                rows.key(),
                rows.columns().getFirst().key(),
                answer.getKey(),
                Map.copyOf(held),
                column(node, "until", rows),
                column(node, "note", rows),
                field(node, "since", acts.getOrDefault(act, List.of())).key(),
                field(node, "reference", acts.getOrDefault(act, List.of())).key(),
                act(node, "none", acts),
                elsewhere(node, acts),
                node.find("settles")
                        .map(it -> SettledByOpening.read(it, acts.getOrDefault(act, List.of()), opening, acts))
                        .orElse(null),
                node.find("deleted").map(_ -> act(node, "deleted", acts)).orElse(null));
    }

    private static Map<String, String> elsewhere(LawNode node, Map<String, List<FiledField>> acts) {
        var says = new LinkedHashMap<String, String>();
        node.find("elsewhere")
                .ifPresent(it -> it.entries().forEach((key, option) -> {
                    var field = field(key, option, acts.getOrDefault(node.text("none"), List.of()));
                    if (!field.options().contains(option.text())) {
                        throw option.fault("\"%s\" is no option".formatted(option.text()));
                    }
                    says.put(key, option.text());
                }));
        return Map.copyOf(says);
    }

    private static String act(LawNode node, String key, Map<String, List<FiledField>> acts) {
        if (!acts.containsKey(node.text(key))) {
            throw node.at(key).fault("\"%s\" is no act of this file: name one".formatted(node.text(key)));
        }
        return node.text(key);
    }

    private static FiledField field(LawNode node, String key, List<FiledField> fields) {
        return field(node.text(key), node.at(key), fields);
    }

    private static FiledField field(String key, LawNode at, List<FiledField> fields) {
        return fields.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> at.fault("\"%s\" is no field of the act: name one".formatted(key)));
    }

    private static String column(LawNode node, String key, FiledField rows) {
        if (rows.columns().stream().noneMatch(it -> it.key().equals(node.text(key)))) {
            throw node.at(key).fault("\"%s\" is no column".formatted(node.text(key)));
        }
        return node.text(key);
    }

    /** @param acts those that had effect, the opening one first */
    List<AnswerToOrder> of(List<KeptAct> acts) {
        var answers = new LinkedHashMap<String, AnswerToOrder>();
        for (var said : acts) {
            var type = said.envelope().type();
            if (type.equals(act)) {
                rows(said).forEach(it -> answers.put(it.item().toLowerCase(Locale.ROOT), it));
            } else if (type.equals(none)) {
                nothing(acts.getFirst(), said)
                        .forEach(it -> answers.put(it.item().toLowerCase(Locale.ROOT), it));
            }
        }
        return List.copyOf(answers.values());
    }

    /** The options of a choice that fit what was ordered; empty where another field is asked. */
    static Optional<List<String>> settled(
            ProcedureFile file, String type, ActField asked, RequestRow row, Threads threads) {
        return Optional.ofNullable(file.answered())
                .filter(it -> type.equals(it.act))
                .map(FiledAnswers::settles)
                .filter(it -> it.field().equals(asked.key()))
                .map(it -> it.of(asked.options(), threads, row));
    }

    private List<AnswerToOrder> rows(KeptAct said) {
        var body = new BodyFields(said.body());
        var facts = new BodyFields(Map.copyOf(said.envelope().facts()));
        var found = new ArrayList<AnswerToOrder>();
        body.maps(rows).stream().map(BodyFields::new).forEach(row -> {
            var held = says.get(row.text(answer));
            if (held == null || row.text(item).isEmpty()) return;
            found.add(new AnswerToOrder(
                    row.text(item),
                    held,
                    held.nothing() ? null : row.day(until),
                    held.nothing() ? null : facts.instant(until),
                    body.instant(since),
                    row.text(note),
                    body.text(reference),
                    said.at()));
        });
        return found;
    }

    private List<AnswerToOrder> nothing(KeptAct opening, KeptAct said) {
        var body = new BodyFields(said.body());
        var named = elsewhere.entrySet().stream()
                .anyMatch(it -> body.text(it.getKey()).equals(it.getValue()));
        var held = named ? Held.ELSEWHERE : Held.NONE;
        return named(opening).stream()
                .map(it -> new AnswerToOrder(it, held, null, null, null, body.text(TEXT), "", said.at()))
                .toList();
    }

    /** The things that the opening act names. */
    List<String> named(KeptAct opening) {
        return Identifier.allIn(new BodyFields(opening.body()).maps(rows)).stream()
                .map(Identifier::line)
                .toList();
    }
}
