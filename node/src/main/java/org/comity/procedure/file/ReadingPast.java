package org.comity.procedure.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.PastStep;
import org.comity.procedure.Redirection;
import org.comity.procedure.field.FiledField;
import org.comity.proof.table.FactRule;

/**
 * Reads which acts lead a recorded older request to a status. Nobody remembers more than that, so what the fold needs of them
 * stands in the file.
 *
 * @param acts fields of every act of the file
 */
record ReadingPast(Map<String, List<FiledField>> acts, String opening) {

    /** Empty where the file says nothing: then no older request of it can be brought in. */
    Map<String, List<PastStep>> of(LawNode file) {
        var past = new LinkedHashMap<String, List<PastStep>>();
        file.find("past").ifPresent(node -> {
            var asked = node.find(PastStep.ASKED);
            past.put(
                    PastStep.ASKED,
                    List.of(step(
                            asked.orElse(node),
                            opening,
                            asked.map(ReadingPast::words).orElse(Map.of()))));
            node.entries().forEach((status, each) -> {
                if (!status.equals(PastStep.ASKED)) {
                    past.put(
                            ReadingProcedureFile.word(each, status),
                            each.items().stream().map(this::step).toList());
                }
            });
            if (acts.containsKey(Redirection.ACT)) {
                past.putIfAbsent("redirected", List.of(step(node, Redirection.ACT, Map.of())));
            }
        });
        return Collections.unmodifiableMap(past);
    }

    /** An act by its name, or with what the fold reads of it: {@code {decided: {result: granted}}}. */
    private PastStep step(LawNode item) {
        if (item.plain()) {
            return step(item, item.text(), Map.of());
        }
        if (item.entries().size() != 1) {
            throw item.fault("one act and what is read of it are needed here, and no more");
        }
        var only = item.entries().entrySet().iterator().next();
        return step(only.getValue(), only.getKey(), words(only.getValue()));
    }

    private PastStep step(LawNode node, String type, Map<String, String> said) {
        var fields = acts.get(type);
        if (fields == null) {
            throw node.fault("\"%s\" is no act of this file: name one".formatted(type));
        }
        var end = "";
        boolean reached = false;
        var speaks = new LinkedHashMap<String, List<String>>();
        for (var field : fields.stream().filter(FiledField::fact).toList()) {
            var rule = field.type().fact().orElseThrow();
            if (rule == FactRule.AnInstant.class) {
                end = field.key();
                reached = !field.type().typed();
            } else if (rule == FactRule.AnAct.class) {
                speaks.put(field.key(), field.options());
            } else if (!field.options().contains(said.getOrDefault(field.key(), ""))) {
                throw node.fault("the fold reads \"%s\" of %s: write {%s: {%s: one of %s}}"
                        .formatted(field.key(), type, type, field.key(), field.options()));
            }
        }
        boolean channel = fields.stream().anyMatch(it -> it.key().equals("channel"));
        return new PastStep(type, said, end, reached, speaks, channel);
    }

    private static Map<String, String> words(LawNode node) {
        var words = new LinkedHashMap<String, String>();
        node.entries().forEach((fact, word) -> words.put(fact, word.text()));
        return words;
    }
}
