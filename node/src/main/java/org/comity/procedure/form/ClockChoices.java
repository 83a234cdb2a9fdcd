package org.comity.procedure.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Language;

/** Offers whose clock a moment is by, the same on every form: UTC, then each capital once, with all capitals that its clock is of. */
public final class ClockChoices {

    private static final String UTC = "Z";

    private ClockChoices() {}

    /** @param capitals ours first */
    public static List<Choice> of(Language language, Participant... capitals) {
        var named = new LinkedHashMap<String, List<String>>();
        named.put(UTC, List.of("UTC"));
        for (var each : capitals) {
            named.merge(each.zone().getId(), List.of(each.capital(language.tag())), ClockChoices::both);
        }
        return named.entrySet().stream()
                .map(it -> Choice.of(it.getKey(), String.join(" · ", it.getValue())))
                .toList();
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
