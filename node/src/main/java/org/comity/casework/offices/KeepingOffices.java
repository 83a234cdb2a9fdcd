package org.comity.casework.offices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lawyer writes which offices there are, what each may do and who answers for it; the desk reads it. */
@Component
class KeepingOffices {

    private final OfficeRows rows;
    private final PassageRows passages;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Procedures procedures;
    private final Directory directory;
    private final Officials officials;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: who there is, what they may do and what is with them come from so many rooms.
    KeepingOffices(
            OfficeRows rows,
            PassageRows passages,
            CaseAccess access,
            Compartments compartments,
            Procedures procedures,
            Directory directory,
            Officials officials,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.passages = passages;
        this.access = access;
        this.compartments = compartments;
        this.procedures = procedures;
        this.directory = directory;
        this.officials = officials;
        this.ledger = ledger;
        this.clock = clock;
    }

    OfficesView view(Official by) {
        access.mustWrite(by);
        var offices = rows.all();
        var today = today();
        var lines = compartments.seen(passages.current(), Passage::thread, by.id()).stream()
                .flatMap(it -> access
                        .ofThread(it.thread(), by)
                        .map(row -> new OfficesView.Line(row, it, named(offices, it.office()), it.late(today)))
                        .stream())
                .toList();
        return new OfficesView(
                lines.stream().filter(it -> it.passage().unread()).toList(),
                lines.stream().filter(it -> it.passage().end() == null).toList(),
                offices,
                by.holds(Duty.LAWYER));
    }

    /** @param late those whose aim, as we named it, is over */
    record CountedPassages(int back, int late) {}

    /** How many came back unread and how many are late, in two looks: each page of the desk asks it. */
    CountedPassages waiting(Official by) {
        access.mustWrite(by);
        var today = today();
        var seen = compartments.seen(passages.current(), Passage::thread, by.id());
        return new CountedPassages((int) seen.stream().filter(Passage::unread).count(), (int)
                seen.stream().filter(it -> it.late(today)).count());
    }

    private static Office named(List<Office> offices, String id) {
        return offices.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(OfficeRefused::unknown);
    }

    /** An empty one for a new office. */
    OfficeForm form(String id, Official by) {
        access.mustHoldByLaw(by);
        return id.isEmpty() ? OfficeForm.EMPTY : OfficeForm.of(rows.find(id).orElseThrow(OfficeRefused::unknown));
    }

    List<String> asked() {
        return procedures.betweenStates().stream().sorted().toList();
    }

    List<Official> candidates() {
        return officials.holding(Duty.OFFICE_MEMBER).stream()
                .sorted(Comparator.comparing(Official::name))
                .toList();
    }

    /** As it stands now, for who typed over what somebody else changed. */
    Office now(String id, Official by) {
        access.mustHoldByLaw(by);
        return rows.find(id).orElseThrow(OfficeRefused::unknown);
    }

    /**
     * What is wrong with it; nothing was changed if there is anything. Who was just taken out of an office does not come
     * back by a page that was opened before.
     */
    @Transactional
    FormProblems put(OfficeForm typed, boolean isNew, Official by) {
        access.mustHoldByLaw(by);
        var found =
                typed.problems(asked(), candidates().stream().map(Official::id).toList());
        var known = rows.locked(typed.id());
        if (!isNew && known.isEmpty()) {
            throw OfficeRefused.unknown();
        }
        if (isNew && known.isPresent()) {
            found = found.with("id", "office.needed.another-id");
        } else if (isNew && rows.all().size() >= OfficeFile.MOST_OFFICES) {
            found = found.with("id", "office.needed.fewer");
        } else if (!isNew && !stood(known.orElseThrow(), typed)) {
            found = found.with("", SeenMark.PROBLEM);
        }
        if (found.any()) {
            return found;
        }
        var office = typed.office(today());
        if (isNew && !rows.add(office)) {
            return found.with("id", "office.needed.another-id");
        }
        rows.put(office);
        rows.members(office.id(), office.members());
        var before = known.map(it -> words(it.members())).orElse("");
        ledger.record(by, "office.written", office.id(), Map.of("before", before, "after", words(office.members())));
        return FormProblems.NONE;
    }

    /** It is what stood on the page, or what was typed: the same press twice. */
    private boolean stood(Office now, OfficeForm typed) {
        return now.mark().equals(typed.seen())
                || now.mark().equals(typed.office(today()).mark());
    }

    private static String words(List<String> members) {
        return members.stream().sorted().collect(Collectors.joining(" "));
    }

    byte[] file(Official by) {
        access.mustWrite(by);
        return OfficeFile.write(rows.all(), today());
    }

    /** Writes each office of the file; those that it does not name stay as they are. */
    @Transactional
    int load(byte[] file, Official by) {
        access.mustHoldByLaw(by);
        var read = OfficeFile.read(file, asked());
        var all = Stream.concat(rows.all().stream(), read.stream())
                .map(Office::id)
                .distinct()
                .count();
        if (all > OfficeFile.MOST_OFFICES) {
            throw OfficeRefused.file("offices");
        }
        for (var office : read) {
            rows.put(office);
            ledger.record(by, "office.loaded", office.id(), Map.of());
        }
        return read.size();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), directory.self().zone());
    }
}
