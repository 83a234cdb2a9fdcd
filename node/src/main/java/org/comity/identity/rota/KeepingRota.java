package org.comity.identity.rota;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters shifts, gives them to others for some days, ends them, and keeps where officers are told; each on record. */
@Component
class KeepingRota {

    /** All lines of the record that concern the rota. */
    static final String SUBJECT = "rota";

    private static final Set<Duty> READ =
            Set.of(Duty.DUTY_OFFICER, Duty.LAWYER, Duty.SECOND_OFFICER, Duty.ADMINISTRATOR);

    private final RotaRows rows;
    private final Persons persons;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    KeepingRota(RotaRows rows, Persons persons, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.persons = persons;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    static void mustRead(Official by) {
        if (READ.stream().noneMatch(by::holds)) {
            throw RotaRefused.notYours();
        }
    }

    /** The administrator, and whoever approves what leaves. */
    static boolean mayKeep(Official by) {
        return by.holds(Duty.ADMINISTRATOR) || by.holds(Duty.SECOND_OFFICER);
    }

    static void mustKeep(Official by) {
        if (!mayKeep(by)) {
            throw RotaRefused.notYours();
        }
    }

    ZoneId zone() {
        return directory.self().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Who may acknowledge a request, and so may be on duty; by name. */
    List<Person> officers() {
        return Stream.of(Duty.DUTY_OFFICER, Duty.LAWYER)
                .flatMap(it -> persons.holding(it).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    DutyShift shift(long id) {
        return rows.shift(id).filter(it -> !it.takenOut()).orElseThrow(RotaRefused::unknown);
    }

    List<ShiftChange> changesOf(long shift) {
        return rows.changesOf(shift);
    }

    @Transactional
    public void enter(DutyShift shift, Official by) {
        mustKeep(by);
        if (rows.shifts(today()).size() >= RotaRows.MOST) {
            throw RotaRefused.tooMany();
        }
        long id = rows.add(shift, clock.instant());
        ledger.record(
                by,
                "rota.shift-entered",
                SUBJECT,
                Map.of(
                        "shift", Long.toString(id),
                        "officer", shift.person(),
                        "first-day", shift.firstDay().toString(),
                        "last-day", Objects.toString(shift.lastDay(), ""),
                        "hours", shift.from() + "-" + shift.until()));
    }

    @Transactional
    public void end(long id, LocalDate lastDay, Official by) {
        mustKeep(by);
        shift(id);
        rows.end(id, lastDay, clock.instant());
        ledger.record(
                by, "rota.shift-ended", SUBJECT, Map.of("shift", Long.toString(id), "last-day", lastDay.toString()));
    }

    /** As if it had never been entered; the record keeps that it was. */
    @Transactional
    public void takeOut(long id, Official by) {
        mustKeep(by);
        shift(id);
        rows.takeOut(id, clock.instant());
        ledger.record(by, "rota.shift-taken-out", SUBJECT, Map.of("shift", Long.toString(id)));
    }

    /** @param instead an officer, or null: nobody has it on these days */
    @Transactional
    public void change(long id, LocalDate first, LocalDate last, @Nullable String instead, Official by) {
        mustKeep(by);
        shift(id);
        rows.change(id, first, last, instead, clock.instant());
        ledger.record(
                by,
                "rota.shift-changed",
                SUBJECT,
                Map.of(
                        "shift", Long.toString(id),
                        "first-day", first.toString(),
                        "last-day", last.toString(),
                        "officer", Objects.toString(instead, "")));
    }

    @Transactional
    public void undo(long id, long change, Official by) {
        mustKeep(by);
        shift(id);
        if (!rows.undo(id, change, clock.instant())) {
            throw RotaRefused.unknown();
        }
        ledger.record(by, "rota.change-undone", SUBJECT, Map.of("shift", Long.toString(id)));
    }

    /** One's own, or anybody's for whoever keeps the rota. */
    @Transactional
    public void address(DutyAddress address, Official by) {
        mustRead(by);
        if (!address.person().equals(by.id())) {
            mustKeep(by);
        }
        rows.keep(address);
        ledger.record(by, "rota.address-kept", SUBJECT, Map.of("officer", address.person()));
    }
}
