package org.comity.capacity.experts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.CapacityList;
import org.comity.capacity.SpokenLanguages;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/** What an officer types of a person who agreed to be found; kept as typed until it is right. */
public record ExpertForm(Map<String, String> typed, List<String> kinds) {

    static final ExpertForm EMPTY = new ExpertForm(Map.of(), List.of());

    private static final int LONGEST_DAYS = Integer.parseInt(CapacityList.of("expert-days"));
    private static final int LINE = 200;
    private static final int MOST_LANGUAGES = 20;

    public ExpertForm {
        typed = Map.copyOf(typed);
        kinds = List.copyOf(kinds);
    }

    public String said(String key) {
        return TypedText.clean(typed.get(key));
    }

    FormProblems problems(LocalDate today) {
        var found = FormProblems.NONE;
        for (var line : List.of("name", "contact", "nominatedBy", "consent")) {
            if (said(line).isEmpty() || said(line).length() > LINE) found = found.with(line, "experts.needed." + line);
        }
        if (kinds.isEmpty() || kinds.stream().anyMatch(it -> AssistanceKinds.of(it) == null)) {
            found = found.with("kinds", "experts.needed.kinds");
        }
        if (languages().isEmpty()
                || languages().size() > MOST_LANGUAGES
                || !languages().stream().allMatch(SpokenLanguages::readable)
                || twice()) {
            found = found.with("languages", "experts.needed.languages");
        }
        return found.and(consent(today));
    }

    /** Of the days alone, as a renewal says them. */
    FormProblems consent(LocalDate today) {
        var found = FormProblems.NONE;
        var given = day("given");
        var until = day("until");
        if (given.isEmpty() || given.get().isAfter(today)) found = found.with("given", "experts.needed.given");
        if (until.isEmpty()
                || until.get().isBefore(today)
                || given.isPresent() && until.get().isAfter(given.get().plusDays(LONGEST_DAYS))) {
            found = found.with("until", "experts.needed.until", "days", Integer.toString(LONGEST_DAYS));
        }
        return found;
    }

    ExpertEntry entry(String id) {
        return new ExpertEntry(
                id,
                said("name"),
                said("contact"),
                said("nominatedBy"),
                Set.copyOf(kinds),
                SpokenLanguages.read(languages()),
                said("consent"),
                day("given").orElseThrow(),
                day("until").orElseThrow(),
                said("named").equals("yes"),
                List.of(),
                List.of());
    }

    Optional<LocalDate> day(String key) {
        return TypedText.day(said(key));
    }

    /** With two levels nobody knows which one is meant. */
    private boolean twice() {
        return SpokenLanguages.read(languages()).codes().size() < languages().size();
    }

    private Set<String> languages() {
        return Arrays.stream(said("languages").toLowerCase(Locale.ROOT).split("[ ,;]+"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
