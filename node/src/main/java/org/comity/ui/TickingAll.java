package org.comity.ui;

import java.util.List;
import java.util.function.Function;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Ticks all of a list of choices, or none, as one of two buttons beside it asks: without a script, by posting the form. */
public final class TickingAll {

    /** Names of the buttons; their value is the name of the field. */
    public static final String ALL = "tick";

    public static final String NONE = "untick";

    private TickingAll() {}

    public static boolean pressed(MultiValueMap<String, String> form) {
        return form.containsKey(ALL) || form.containsKey(NONE);
    }

    /** The field that is meant; empty where none is. */
    public static String field(MultiValueMap<String, String> form) {
        return form.getOrDefault(ALL, form.getOrDefault(NONE, List.of(""))).getFirst();
    }

    /** @param choices of a field, by its name; what has none stays as it was typed */
    public static MultiValueMap<String, String> in(
            MultiValueMap<String, String> form, Function<String, List<Choice>> choices) {
        var field = field(form);
        var ticked = new LinkedMultiValueMap<>(form);
        ticked.remove(ALL);
        ticked.remove(NONE);
        var all = choices.apply(field);
        if (!all.isEmpty()) ticked.remove(field);
        if (form.containsKey(ALL)) all.forEach(it -> ticked.add(field, it.value()));
        return ticked;
    }
}
