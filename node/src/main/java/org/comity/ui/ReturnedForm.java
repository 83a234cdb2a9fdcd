package org.comity.ui;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the page of a form that this form was not taken, why, and what was typed into it: a redirect attribute named {@code
 * returned}.
 *
 * @param action path to which the form was posted; empty where none was returned
 * @param field where it went wrong
 * @param key of the message that says what
 */
public record ReturnedForm(
        String action, String field, String key, Map<String, String> facts, Map<String, List<String>> typed)
        implements Serializable {

    public static final ReturnedForm NOTHING = new ReturnedForm("", "", "", Map.of(), Map.of());

    /** What went wrong with the form that posts there; nothing with any other. */
    public FormProblems problems(String posts) {
        return of(posts) ? new FormProblems(List.of(new FormProblems.Problem(field, key, facts))) : FormProblems.NONE;
    }

    /** What was typed into a field of it; what the page would show otherwise, in any other form. */
    public @Nullable String typed(String posts, String name, @Nullable String otherwise) {
        return of(posts) ? typed.getOrDefault(name, List.of("")).getFirst() : otherwise;
    }

    /** Everything that was chosen there in it; nothing in any other form. */
    public List<String> all(String posts, String name) {
        return of(posts) ? typed.getOrDefault(name, List.of()) : List.of();
    }

    private boolean of(String posts) {
        return !action.isEmpty() && action.equals(posts);
    }

    public boolean any() {
        return !action.isEmpty();
    }
}
