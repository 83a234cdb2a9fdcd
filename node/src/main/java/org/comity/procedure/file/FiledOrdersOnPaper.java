package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.OrdersOnPaper;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;

/** Reads off the acts of a procedure that is a file what {@code check-word} names there: which field says what of an order. */
final class FiledOrdersOnPaper implements OrdersOnPaper {

    /** What an act says of an order, and the types of field that can say it. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "number", List.of("line"),
            "court", List.of("line", "text"),
            "day", List.of("day"),
            "until", List.of("instant", "moment"));

    private final ProcedureFile file;

    FiledOrdersOnPaper(ProcedureFile file) {
        this.file = file;
    }

    /** What stands under {@code check-word}: by act and part of the order, the field that says it. */
    static Map<String, Map<String, String>> read(LawNode node, String opening, Map<String, List<FiledField>> acts) {
        var read = new LinkedHashMap<String, Map<String, String>>();
        node.entries().forEach((type, fields) -> {
            var known = acts.get(type);
            if (known == null) throw fields.fault("\"%s\" is no act of this file: name one".formatted(type));
            var parts = new LinkedHashMap<String, String>();
            fields.entries().forEach((key, part) -> parts.put(part(key, part, known), key));
            read.put(type, Map.copyOf(parts));
        });
        if (!read.getOrDefault(opening, Map.of()).containsKey("number")) {
            throw node.fault("name the field of %s that says the number of the order".formatted(opening));
        }
        return Map.copyOf(read);
    }

    private static String part(String key, LawNode part, List<FiledField> fields) {
        var field = fields.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> part.fault("\"%s\" is no field of this act: name one".formatted(key)));
        var types = PARTS.get(part.text());
        if (types == null || !types.contains(field.type().name())) {
            throw part.fault("\"%s\" is no part of an order that a field of type %s says: one of %s"
                    .formatted(part.text(), field.type().name(), PARTS));
        }
        return part.text();
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Said said(String type, Map<String, Object> body) {
        var parts = file.checkWord().getOrDefault(type, Map.of());
        var fields = new BodyFields(body);
        return new Said(
                fields.text(parts.getOrDefault("number", "")),
                fields.text(parts.getOrDefault("court", "")),
                fields.day(parts.getOrDefault("day", "")),
                fields.instant(parts.getOrDefault("until", "")));
    }
}
