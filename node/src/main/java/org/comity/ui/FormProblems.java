package org.comity.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists what a form still needs, by field, in the order of the form.
 */
public record FormProblems(List<Problem> all) {

    public static final FormProblems NONE = new FormProblems(List.of());

    /** What stands in this slot is an instant, and is told as the page tells times. */
    public static final String MOMENT = "moment";

    public FormProblems {
        all = List.copyOf(all);
    }

    public FormProblems with(String field, String key, String... named) {
        return with(field, key, Flash.facts(named));
    }

    public FormProblems with(String field, String key, Map<String, String> facts) {
        var more = new ArrayList<>(all);
        more.add(new Problem(field, key, facts));
        return new FormProblems(more);
    }

    /** What is longer than may stand there: its sentence says the bound, {@code most}, and the {@code length} it has. */
    public FormProblems tooLong(String field, String key, int most, String said) {
        return with(field, key, lengths(most, said));
    }

    /** As {@link #tooLong} names them. */
    public static Map<String, String> lengths(int most, String said) {
        return Flash.facts("most", Integer.toString(most), "length", Integer.toString(said.length()));
    }

    public FormProblems and(FormProblems others) {
        var more = new ArrayList<>(all);
        more.addAll(others.all);
        return new FormProblems(more);
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public Optional<Problem> at(String field) {
        return all.stream().filter(it -> it.field().equals(field)).findFirst();
    }

    /** @param field as the form names it; empty for the form as a whole */
    public record Problem(String field, String key, Map<String, String> facts) {

        public String text(Page page) {
            var told = new LinkedHashMap<>(facts);
            told.computeIfPresent(MOMENT, (_, it) -> page.plain(Instant.parse(it)));
            return page.t(page.has(key) ? key : "ui.field.other", Flash.named(told));
        }

        /** The id of the field that the summary links to. */
        public String anchor() {
            return FormProblems.id(field);
        }
    }

    /** How a field's name becomes its element's id. */
    public static String id(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
