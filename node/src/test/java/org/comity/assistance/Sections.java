package org.comity.assistance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.PracticeFiles;

/** Everything that the sections of a request can say, as it stands in an act and as a page posts it. */
final class Sections {

    private static final FiledField CHOSEN_BY = PracticeFiles.choice(Assistance.ID);
    private static final String CHOICE = CHOSEN_BY.key();

    private Sections() {}

    static List<String> purposes() {
        return CHOSEN_BY.options();
    }

    /** Of sections that have a page of their own. */
    static Set<String> names() {
        return PracticeFiles.sections(Assistance.ID);
    }

    /** Of none those that go with every request. */
    static List<FiledField> fields(String section) {
        return PracticeFiles.fields(Assistance.ID, section.equals("offence") ? "" : section);
    }

    /** A request that asks for this alone and says everything of it. */
    static Map<String, Object> body(String section) {
        var body = new HashMap<String, Object>(Map.of(CHOICE, List.of(section)));
        fields(section).forEach(it -> body.put(it.key(), said(it)));
        return body;
    }

    static Object said(FiledField field) {
        return switch (field.type().name()) {
            case "choice" -> field.options().getFirst();
            case "choices" -> field.options();
            case "day" -> "2027-04-02";
            case "rows" -> {
                var row = new HashMap<String, Object>();
                field.columns().forEach(it -> row.put(it.key(), cell(field, it)));
                yield List.of(row);
            }
            default -> "Said of " + field.key();
        };
    }

    static String cell(FiledField field, FiledField.Column column) {
        return column.options().isEmpty()
                ? "Said of " + field.key() + " " + column.key()
                : column.options().getLast();
    }

    /** By page, with everything asked for. */
    static Map<String, Map<String, List<String>>> forms() {
        var forms = new HashMap<String, Map<String, List<String>>>();
        forms.put(CHOICE, Map.of(CHOICE, purposes()));
        for (var section : names()) {
            var form = new HashMap<String, List<String>>();
            fields(section).forEach(it -> post(it, form));
            forms.put(section, form);
        }
        return forms;
    }

    private static void post(FiledField field, Map<String, List<String>> form) {
        switch (said(field)) {
            case String text -> form.put(field.key(), List.of(text));
            case List<?> list
            when field.columns().isEmpty() ->
                form.put(field.key(), list.stream().map(Object::toString).toList());
            default ->
                field.columns().forEach(it -> form.put(field.key() + ".0." + it.key(), List.of(cell(field, it))));
        }
    }
}
