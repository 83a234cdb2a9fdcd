package org.comity.procedure.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.ui.TypedMoment;
import org.comity.ui.TypedText;
import org.springframework.util.MultiValueMap;

/** Reads what the page of an act posted; what is not right stays as typed, so that its field can say so. */
public final class TypedAct {

    /** More rows than a page ever shows; what else is posted is not read. */
    public static final int MOST_ROWS = 60;

    private static final int MOST_CHOSEN = 1000;

    private final List<ActField> fields;
    private final MultiValueMap<String, String> form;

    public TypedAct(List<ActField> fields, MultiValueMap<String, String> form) {
        this.fields = List.copyOf(fields);
        this.form = form;
    }

    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            if (!field.fact()) {
                body.put(field.key(), value(field.key(), field));
            }
        }
        return body;
    }

    /** What is chosen; what is not is left out. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (field.fact() && value(field.key(), field) instanceof String text && !text.isEmpty()) {
                facts.put(field.key(), text);
            }
        }
        return facts;
    }

    private Object value(String name, ActField field) {
        var typed = form.getFirst(name);
        return switch (field.kind()) {
            case FLAG -> form.containsKey(name);
            case CHOICES -> chosen(name, field);
            case LINES -> TypedForm.linesOf(typed);
            case INSTANT -> TypedMoment.posted(form, name).kept();
            case ROWS, PERSON, PERSONS -> rows(name, field);
            case LINE, STATE, NUMBER, ARTICLE -> TypedText.line(typed);
            default -> TypedText.clean(typed);
        };
    }

    private List<String> chosen(String name, ActField field) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(it -> field.options().isEmpty() || field.options().contains(it))
                .distinct()
                .limit(MOST_CHOSEN)
                .toList();
    }

    /** Fields are named {@code <key>.<row>.<column>}; a row in which nothing stands is none. */
    private List<Map<String, Object>> rows(String name, ActField field) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < MOST_ROWS; n++) {
            var row = new LinkedHashMap<String, Object>();
            for (var column : field.columns()) {
                row.put(column.key(), value(name + "." + n + "." + column.key(), column));
            }
            if (row.values().stream().anyMatch(it -> !it.equals(""))) {
                rows.add(row);
            }
        }
        return rows;
    }
}
