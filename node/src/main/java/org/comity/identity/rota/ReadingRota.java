package org.comity.identity.rota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.identity.DutyRota;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the rota for the desk, the alarm and its own page: four weeks from now, never more. */
@Component
class ReadingRota implements DutyRota {

    static final Duration AHEAD = Duration.ofDays(28);

    private static final Duration SOON = Duration.ofDays(7);

    private final RotaRows rows;
    private final Persons persons;
    private final Directory directory;
    private final Clock clock;

    ReadingRota(RotaRows rows, Persons persons, Directory directory, Clock clock) {
        this.rows = rows;
        this.persons = persons;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param stretches of all these weeks, gaps and double shifts among them
     * @param people whoever is named in it, by id
     */
    record FourWeeks(
            Instant from,
            List<DutyShift> shifts,
            List<ShiftOfDay> laid,
            List<RotaStretch> stretches,
            Map<String, Person> people) {

        List<RotaStretch> gaps() {
            return stretches.stream().filter(RotaStretch::gap).toList();
        }

        List<RotaStretch> doubles() {
            return stretches.stream().filter(RotaStretch::twice).toList();
        }
    }

    FourWeeks fourWeeks() {
        var zone = directory.self().zone();
        var now = clock.instant();
        var since = LocalDate.ofInstant(now, zone).minusDays(1);
        var shifts = rows.shifts(since);
        var changes = shifts.isEmpty() ? List.<ShiftChange>of() : rows.changes(since);
        var people = people(shifts, changes);
        var until = now.plus(AHEAD);
        var laid = LayingShifts.lay(shifts, changes, zone, now, until, it -> answers(people.get(it)));
        return new FourWeeks(now, shifts, laid, LayingShifts.stretches(laid, now, until), people);
    }

    @Override
    public Optional<Now> now() {
        return OncePerPage.ask("identity.rota", this::read);
    }

    private Optional<Now> read() {
        var weeks = fourWeeks();
        if (weeks.shifts().isEmpty()) {
            return Optional.empty();
        }
        var addresses = addresses();
        // Whoever has two shifts that overlap is on duty once, until the later of the two ends.
        var once = new LinkedHashMap<String, Watch>();
        weeks.laid().stream()
                .filter(it -> it.there() && it.runs(weeks.from()))
                .map(it -> watch(it, weeks, addresses))
                .forEach(it -> once.merge(it.officer(), it, ReadingRota::longer));
        var on = List.copyOf(once.values());
        var here = on.stream().map(Watch::officer).collect(Collectors.toSet());
        var next = weeks.laid().stream()
                .filter(it -> it.there() && it.from().isAfter(weeks.from()) && !here.contains(it.officer()))
                .findFirst()
                .map(it -> watch(it, weeks, addresses))
                .orElse(null);
        var gap = weeks.gaps().stream()
                .map(RotaStretch::from)
                .filter(it -> it.isBefore(weeks.from().plus(SOON)))
                .findFirst()
                .orElse(null);
        return Optional.of(new Now(on, next, gap));
    }

    Map<String, DutyAddress> addresses() {
        return rows.addresses().stream().collect(Collectors.toMap(DutyAddress::person, Function.identity()));
    }

    private static Watch watch(ShiftOfDay shift, FourWeeks weeks, Map<String, DutyAddress> addresses) {
        var officer = Objects.requireNonNull(shift.officer());
        var person = Objects.requireNonNull(weeks.people().get(officer));
        var address = addresses.getOrDefault(officer, new DutyAddress(officer, "", ""));
        return new Watch(officer, person.name(), shift.from(), shift.until(), address.mail(), address.phone());
    }

    private static Watch longer(Watch first, Watch second) {
        var until = first.until().isAfter(second.until()) ? first.until() : second.until();
        return new Watch(first.officer(), first.name(), first.from(), until, first.mail(), first.phone());
    }

    private static boolean answers(@Nullable Person person) {
        return person != null
                && person.active()
                && (person.duties().contains(Duty.DUTY_OFFICER)
                        || person.duties().contains(Duty.LAWYER));
    }

    private Map<String, Person> people(List<DutyShift> shifts, List<ShiftChange> changes) {
        var ids = Stream.concat(
                        shifts.stream().map(DutyShift::person),
                        changes.stream().map(ShiftChange::instead).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        return persons.of(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
