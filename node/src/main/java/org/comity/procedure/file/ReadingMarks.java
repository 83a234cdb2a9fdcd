package org.comity.procedure.file;

import java.util.List;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.field.FieldType;
import org.comity.procedure.field.FiledField.Lying;
import org.comity.procedure.field.FiledField.Marks;

/** Reads marks of a field, by which code that knows no procedure finds it: where a day lies, with which option a file goes. */
final class ReadingMarks {

    private ReadingMarks() {}

    static Marks of(LawNode node, FieldType type, List<String> options) {
        node.find("promises")
                .filter(it -> !it.text().equals("call-back") || !type.name().equals("text"))
                .ifPresent(it -> {
                    throw it.fault("write call-back, of a field of type text");
                });
        node.find("names")
                .filter(it -> !it.text().equals("custodian")
                        || !Set.of("line", "text").contains(type.name()))
                .ifPresent(it -> {
                    throw it.fault("write custodian, of a field of type line or text");
                });
        node.find("only-then")
                .filter(it -> !it.flag() || !node.has("needed-if"))
                .ifPresent(it -> {
                    throw it.fault("write true, of a field with needed-if");
                });
        return new Marks(
                node.find("with-file").map(it -> option(it, options)).orElse(""),
                node.find("passes-on").map(it -> option(it, options)).orElse(""),
                node.has("promises"),
                node.has("names"),
                node.list("urgent").stream().map(it -> option(it, options)).toList(),
                node.has("only-then"));
    }

    static Lying mustLie(LawNode node, FieldType type) {
        if (type.name().equals("number") && node.text().equals("past")) return Lying.PAST;
        if (!Set.of("day", "instant", "moment", "money", "property", "virtual-assets")
                .contains(type.name())) {
            throw node.fault(
                    "only a day, an instant, a moment or the day of an amount lies anywhere: leave must-lie out");
        }
        return Lying.of(node.text())
                .orElseThrow(() -> node.fault("\"%s\": write ahead, after-end, past or of-law, or leave must-lie out"
                        .formatted(node.text())));
    }

    /** An option of a choice; of a number, the number itself. */
    static String begins(LawNode node, FieldType type, List<String> options) {
        return type.name().equals("number") ? Integer.toString(node.number()) : option(node, options);
    }

    static String option(LawNode node, List<String> options) {
        if (!options.contains(node.text())) {
            throw node.fault("\"%s\" is none of the options: name one".formatted(node.text()));
        }
        return node.text();
    }
}
