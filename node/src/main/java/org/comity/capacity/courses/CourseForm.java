package org.comity.capacity.courses;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.AssistanceKinds;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/** What an officer types to open a course; kept as typed until it is right. */
public record CourseForm(Map<String, String> typed) {

    static final CourseForm EMPTY = new CourseForm(Map.of());

    private static final int MOST = 500;

    static CourseForm of(Map<String, String> typed) {
        return new CourseForm(Map.copyOf(typed));
    }

    public String said(String key) {
        return TypedText.clean(typed.get(key));
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        if (!said("id").matches("[0-9]{4}-C[0-9]{1,3}")) found = found.with("id", "courses.needed.id");
        if (said("title").isEmpty() || said("title").length() > 200)
            found = found.with("title", "courses.needed.title");
        if (said("about").length() > 4_000) found = found.with("about", "courses.needed.about");
        if (AssistanceKinds.of(said("kind")) == null) found = found.with("kind", "courses.needed.kind");
        if (!said("language").matches("[a-z]{2}")) found = found.with("language", "courses.needed.language");
        var begins = day("begins");
        var ends = day("ends");
        if (begins.isEmpty()) found = found.with("begins", "courses.needed.begins");
        if (ends.isEmpty() || begins.isPresent() && ends.get().isBefore(begins.get())) {
            found = found.with("ends", "courses.needed.ends");
        }
        int places = number("places");
        if (places < 1 || places > MOST) found = found.with("places", "courses.needed.places");
        if (number("reserved") < 0 || number("reserved") > Math.max(0, places)) {
            found = found.with("reserved", "courses.needed.reserved");
        }
        var released = day("releasedOn");
        if (released.isEmpty() || begins.isPresent() && released.get().isAfter(begins.get())) {
            found = found.with("releasedOn", "courses.needed.released");
        }
        return found;
    }

    Cohort cohort() {
        return new Cohort(
                said("id"),
                said("title"),
                said("about"),
                said("kind"),
                said("language"),
                day("begins").orElseThrow(),
                day("ends").orElseThrow(),
                number("places"),
                number("reserved"),
                day("releasedOn").orElseThrow());
    }

    /** -1 for what is no number. */
    private int number(String key) {
        return said(key).matches("[0-9]{1,3}") ? Integer.parseInt(said(key)) : -1;
    }

    private Optional<LocalDate> day(String key) {
        return TypedText.day(said(key));
    }
}
