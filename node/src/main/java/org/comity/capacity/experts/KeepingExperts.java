package org.comity.capacity.experts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.capacity.experts.ExpertEntry.Wanted;
import org.comity.capacity.experts.ExpertEntry.Window;
import org.comity.casework.CaseAccess;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the roster: who agreed is found until the last day of that, and is gone for good when the word is taken back. */
@Component
class KeepingExperts {

    private final ExpertRows rows;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;

    KeepingExperts(ExpertRows rows, CaseAccess access, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Nobody is listed without being looked for. */
    List<ExpertEntry> find(Wanted wanted, Official by) {
        access.mustRead(by);
        if (wanted.asksNothing()) return List.of();
        return rows.all().stream()
                .filter(it -> it.found(today()) && it.fits(wanted))
                .toList();
    }

    /** For a program, which sees no page that asks it what it looks for. */
    List<ExpertEntry> asked(Wanted wanted, Official by) {
        access.mustRead(by);
        if (wanted.asksNothing()) throw ExpertRefused.notLookedFor();
        return find(wanted, by);
    }

    /** Of who keeps the roster: those that nobody finds yet, or no more. */
    List<ExpertEntry> waiting(Official by) {
        return mayKeep(by)
                ? rows.all().stream().filter(it -> !it.found(today())).toList()
                : List.of();
    }

    ExpertEntry one(String id, Official by) {
        access.mustWrite(by);
        return rows.find(id).orElseThrow(ExpertRefused::unknown);
    }

    boolean mayKeep(Official by) {
        return access.mayWrite(by);
    }

    @Transactional
    String note(ExpertForm form, Official by) {
        access.mustWrite(by);
        rows.lockRoster();
        if (rows.count() >= ExpertRows.MOST) throw ExpertRefused.full();
        var id = UUID.randomUUID().toString();
        var entry = form.entry(id);
        rows.add(entry, by.id());
        ledger.record(by, "expert.noted", id, Map.of("until", entry.until().toString()));
        return id;
    }

    /**
     * Two officers, each once.
     *
     * @param given with {@code until} the days of the word that the officer read
     */
    @Transactional
    void vet(String id, String given, String until, Official by) {
        var entry = locked(id, by);
        if (!entry.given().toString().equals(given) || !entry.until().toString().equals(until)) {
            throw ExpertRefused.moved();
        }
        if (entry.vettedByTwo()
                || entry.vetted().stream().anyMatch(it -> it.by().equals(by.id()))) {
            throw ExpertRefused.vetted();
        }
        rows.vet(id, by.id(), today());
        ledger.record(by, "expert.vetted", id, Map.of());
    }

    @Transactional
    void window(String id, ExpertForm form, Official by) {
        var entry = locked(id, by);
        var begins = form.day("begins");
        var ends = form.day("ends");
        boolean right = begins.isPresent() && ends.isPresent() && !ends.get().isBefore(begins.get());
        if (!right || entry.windows().size() >= ExpertRows.MOST_WINDOWS) throw ExpertRefused.window();
        rows.window(id, new Window(begins.get(), ends.get()));
        ledger.record(by, "expert.window", id, Map.of("from", begins.get().toString()));
    }

    @Transactional
    void noWindow(String id, LocalDate begins, Official by) {
        locked(id, by);
        rows.noWindow(id, begins);
        ledger.record(by, "expert.no-window", id, Map.of("from", begins.toString()));
    }

    /** The person gave a new word: until it is looked at by two again, nobody finds the entry. */
    @Transactional
    void renew(String id, ExpertForm form, Official by) {
        locked(id, by);
        if (form.consent(today()).any()) throw ExpertRefused.consent();
        var until = form.day("until").orElseThrow();
        rows.renew(id, form.day("given").orElseThrow(), until);
        ledger.record(by, "expert.renewed", id, Map.of("until", until.toString()));
    }

    /** The person took the word back: all of it is deleted at once. */
    @Transactional
    void withdraw(String id, Official by) {
        locked(id, by);
        rows.delete(id);
        ledger.record(by, "expert.withdrawn", id, Map.of());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ExpertEntry locked(String id, Official by) {
        access.mustWrite(by);
        if (!rows.lock(id)) throw ExpertRefused.unknown();
        return rows.find(id).orElseThrow(ExpertRefused::unknown);
    }
}
