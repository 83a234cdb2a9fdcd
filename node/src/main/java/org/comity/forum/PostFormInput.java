package org.comity.forum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/**
 * Keeps what somebody typed into one of the forms of a post, with what it still needs.
 *
 * @param values by the field's element on that page, whose forms name some of their fields alike
 */
public record PostFormInput(Map<String, String> values, FormProblems problems) {

    static final PostFormInput NOTHING = new PostFormInput(Map.of(), FormProblems.NONE);

    /** @param fields and what was typed there, in turn */
    static PostFormInput of(String... fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < fields.length; i += 2) values.put(fields[i], TypedText.clean(fields[i + 1]));
        return new PostFormInput(values, FormProblems.NONE);
    }

    PostFormInput needs(String field, boolean met, String otherwise) {
        return met ? this : new PostFormInput(values, problems.with(field, otherwise));
    }

    boolean wrong() {
        return problems.any();
    }

    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether the form with one of these fields was sent. */
    public boolean in(String... fields) {
        return Arrays.stream(fields).anyMatch(values::containsKey);
    }
}
