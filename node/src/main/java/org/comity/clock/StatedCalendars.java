package org.comity.clock;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.vocabulary.RuleBroken;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Calendars from the file {@code node.clock.calendars}; those of the practice States come with the program. */
@Component
final class StatedCalendars implements WorkingCalendars {

    private static final Set<String> KEYS = Set.of("zone", "rest", "holidays");

    private final Map<StateParty, WorkingCalendar> byState = new HashMap<>();

    @Autowired
    StatedCalendars(@Value("${node.clock.calendars:classpath:clock/calendars.yaml}") Resource file) throws IOException {
        this(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8), String.valueOf(file.getFilename()));
    }

    StatedCalendars(Reader file, String name) throws IOException {
        try (file) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<?, ?> states = map(new Yaml(new SafeConstructor(options)).load(file));
            states.forEach((state, calendar) -> put(name, String.valueOf(state), calendar));
        }
    }

    @Override
    public Optional<WorkingCalendar> of(StateParty state) {
        return Optional.ofNullable(byState.get(state));
    }

    private void put(String file, String state, Object value) {
        try {
            var calendar = map(value);
            if (!KEYS.equals(calendar.keySet())) {
                throw new IllegalArgumentException("needs zone, rest and holidays, and nothing else");
            }
            byState.put(new StateParty(state), calendar(calendar));
        } catch (IllegalArgumentException | DateTimeException | RuleBroken wrong) {
            throw new IllegalStateException(file + ": " + state + ": " + wrong.getMessage(), wrong);
        }
    }

    private static WorkingCalendar calendar(Map<?, ?> calendar) {
        var rest = new HashSet<DayOfWeek>();
        list(calendar.get("rest"))
                .forEach(it -> rest.add(DayOfWeek.valueOf(it.toString().toUpperCase(Locale.ROOT))));
        var holidays = new HashSet<LocalDate>();
        list(calendar.get("holidays")).forEach(it -> holidays.add(LocalDate.parse(it.toString())));
        return new WorkingCalendar(ZoneId.of(String.valueOf(calendar.get("zone"))), rest, holidays);
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("needs keys with values");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("needs a list");
    }
}
