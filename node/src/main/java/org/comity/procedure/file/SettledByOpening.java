package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;

/**
 * Leaves of a choice what fits what the opening act asks for, so that whoever answers is not asked what is known.
 *
 * @param field the choice
 * @param by the field of the opening act
 * @param option what is chosen where that field says one of these words; where it says none of them, one of the others
 * @param until once one of these acts had effect, less may be asked for or left to come, and every option is offered
 */
record SettledByOpening(String field, String by, String option, Set<String> words, Set<String> until) {

    static SettledByOpening read(
            LawNode node, List<FiledField> act, List<FiledField> opening, Map<String, List<FiledField>> acts) {
        node.only("field", "by", "option", "words", "until");
        var choice = field(node, "field", act);
        var by = field(node, "by", opening);
        if (!choice.options().contains(node.text("option"))) {
            throw node.at("option").fault("\"%s\" is no option of the field".formatted(node.text("option")));
        }
        var words = node.list("words").stream().map(LawNode::text).toList();
        words.stream().filter(it -> !by.options().contains(it)).findFirst().ifPresent(it -> {
            throw node.at("words").fault("\"%s\" is no option of the opening act's field".formatted(it));
        });
        var until = node.list("until").stream().map(LawNode::text).toList();
        until.stream().filter(it -> !acts.containsKey(it)).findFirst().ifPresent(it -> {
            throw node.at("until").fault("\"%s\" is no act of this file: name one".formatted(it));
        });
        return new SettledByOpening(choice.key(), by.key(), node.text("option"), Set.copyOf(words), Set.copyOf(until));
    }

    private static FiledField field(LawNode node, String key, List<FiledField> fields) {
        return fields.stream()
                .filter(it -> it.key().equals(node.text(key)) && !it.options().isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        node.at(key).fault("\"%s\" is no field of the act with options".formatted(node.text(key))));
    }

    /** Of these options those that fit; all of them where what was asked for is not here any more. */
    List<String> of(List<String> options, Threads threads, RequestRow row) {
        var asked = threads.opening(row.thread())
                .map(it -> new BodyFields(it.body()).texts(by))
                .orElse(List.of());
        if (asked.isEmpty()) return options;
        try (var less = threads.effective(row.thread(), until)) {
            if (less.findAny().isPresent()) return options;
        }
        boolean chosen = asked.stream().anyMatch(words::contains);
        return options.stream().filter(it -> it.equals(option) == chosen).toList();
    }
}
