package org.comity.procedure.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.convention.reading.LawNode;
import org.comity.directory.ProviderNote;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;

/**
 * Reads off a choice of the opening act for which data an order asks that a provider has already, as {@code asks-kept} has it.
 *
 * @param field the choice
 * @param kinds of kept data, by the option that asks for them; one that is not here asks for none
 */
record KeptDataAsked(String field, Map<String, Set<String>> kinds) {

    static KeptDataAsked read(LawNode node, List<FiledField> opening) {
        var named = node.entries();
        if (named.size() != 1) throw node.fault("name one choice of the opening act, and what its options ask for");
        var choice = named.entrySet().iterator().next();
        var field = opening.stream()
                .filter(it -> it.key().equals(choice.getKey()) && !it.options().isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        choice.getValue().fault("\"%s\" is no choice of the opening act".formatted(choice.getKey())));
        var kinds = new HashMap<String, Set<String>>();
        choice.getValue().entries().forEach((option, asked) -> {
            if (!field.options().contains(option)) throw asked.fault("\"%s\" is no option".formatted(option));
            var words = asked.items().stream().map(LawNode::text).toList();
            if (!ProviderNote.KINDS.containsAll(words)) {
                throw asked.fault("write kinds of data that can be kept: %s".formatted(ProviderNote.KINDS));
            }
            kinds.put(option, Set.copyOf(words));
        });
        return new KeptDataAsked(field.key(), Map.copyOf(kinds));
    }

    Set<String> of(Map<String, Object> body) {
        var asked = new TreeSet<String>();
        new BodyFields(body).texts(field).forEach(it -> asked.addAll(kinds.getOrDefault(it, Set.of())));
        return asked;
    }
}
