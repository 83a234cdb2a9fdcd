package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.field.AnswersType;
import org.comity.procedure.field.FieldType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.FiledField.Column;
import org.comity.procedure.field.FiledField.Lying;
import org.jspecify.annotations.Nullable;

/** Reads what each row of a list has. */
final class ReadingColumns {

    private ReadingColumns() {}

    private static final String DAY = "day";

    /** What a program looks for in a cell. */
    private static final Map<String, Kind> READ =
            Map.of("state", Kind.STATE, "number", Kind.NUMBER, "article", Kind.ARTICLE);

    /**
     * A line by its name alone; a day, a choice by its options, or what a program reads: {@code {until: day}}, {@code {until:
     * day ahead}}, {@code {from: state}}.
     */
    private static Column column(LawNode node) {
        if (node.plain()) {
            return new Column(name(node, node.text()), node.text().endsWith("!"));
        }
        if (node.entries().size() != 1) {
            throw node.fault("one name and what stands there are needed here, and no more");
        }
        var only = node.entries().entrySet().iterator().next();
        var what = only.getValue();
        boolean needed = only.getKey().endsWith("!");
        if (!what.plain()) {
            var options = what.items().stream()
                    .map(it -> ReadingProcedureFile.word(it, it.text()))
                    .toList();
            return new Column(name(node, only.getKey()), needed, Kind.CHOICE, options, Lying.ANYWHEN);
        }
        var read = READ.get(what.text());
        return read == null
                ? new Column(name(node, only.getKey()), needed, Kind.DAY, List.of(), lying(what))
                : new Column(name(node, only.getKey()), needed, read, List.of(), Lying.ANYWHEN);
    }

    private static Lying lying(LawNode what) {
        if (what.text().equals(DAY)) {
            return Lying.ANYWHEN;
        }
        return Lying.of(what.text().replaceFirst("^" + DAY + " ", ""))
                .filter(it -> what.text().startsWith(DAY + " ") && it != Lying.AFTER_END)
                .orElseThrow(() -> what.fault(
                        "\"%s\": write day, state, number, article, or the options of a choice; where it must lie follows: day ahead, day past, day of-law"
                                .formatted(what.text())));
    }

    private static String name(LawNode node, String said) {
        var name = said.replace("!", "");
        if (!name.matches(ReadingFields.KEY)) {
            throw node.fault("\"%s\" is no key of letters and digits".formatted(name));
        }
        return name;
    }

    static List<Column> of(LawNode node, FieldType type, @Nullable FiledField like) {
        var columns = node.list("columns").stream().map(ReadingColumns::column).toList();
        if (columns.isEmpty() && like != null) {
            return like.columns();
        }
        if (Set.of("rows", AnswersType.NAME).contains(type.name()) == columns.isEmpty()) {
            throw node.fault("columns stand in a field of type rows or answers, and only there");
        }
        return columns;
    }
}
