package org.comity.casework.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.casework.Compartments;
import org.comity.casework.requests.ReadersView.Look;
import org.comity.casework.requests.ReadersView.Reader;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who can see a request, and tells its owner, a second officer and oversight who has looked; that is on record too. */
@Component
class ReadingReaders {

    private static final int LOOKS = 50;
    private static final List<String> LOOKED = List.of(
            "thread.read",
            "thread.exported",
            "indicators.read",
            "indicators.listed",
            "indicators.exported",
            "readers.read",
            "record.checked",
            "scan.read",
            "order.read",
            "dispute.read",
            "dispute.exported");

    private static final String TAKEN = "request.taken";
    private static final List<String> HANDS = List.of(TAKEN, "request.given", "request.handed-back");

    private final Officials officials;
    private final Compartments compartments;
    private final Ledger ledger;
    private final Directory directory;

    ReadingReaders(Officials officials, Compartments compartments, Ledger ledger, Directory directory) {
        this.officials = officials;
        this.compartments = compartments;
        this.ledger = ledger;
        this.directory = directory;
    }

    @Transactional
    ReadersView read(RequestRow row, @Nullable Long before, Official by) {
        var may = compartments.readers(List.of(row.thread()));
        var everybody = readers();
        var readers = everybody.stream().filter(it -> may.test(it.id())).toList();
        boolean all = by.holds(Duty.SECOND_OFFICER) || by.holds(Duty.OVERSIGHT);
        boolean mayKnow = all || by.id().equals(row.owner());
        var since = all || !mayKnow ? null : taken(row, by);
        var lines = mayKnow
                ? ledger.seek(new Ledger.Search(List.of(row.thread()), null, null, LOOKED, since, null), before, LOOKS)
                : List.<Ledger.Line>of();
        if (mayKnow) ledger.record(by, "readers.read", row.thread(), Map.of("reference", row.reference()));
        return new ReadersView(
                row,
                GoneParticipant.shown(directory, row.counterpart()).kind(),
                readers,
                readers.size() < everybody.size(),
                mayKnow,
                since,
                looks(lines),
                lines.size() == LOOKS ? lines.getLast().n() : null);
    }

    /** Nobody gets to know by a press of its own who looked before; into whose hands another gave it, is told all. */
    private @Nullable Instant taken(RequestRow row, Official by) {
        return ledger.seek(new Ledger.Search(List.of(row.thread()), null, null, HANDS, null, null), null, 1).stream()
                .filter(it -> it.what().equals(TAKEN) && by.id().equals(it.official()))
                .map(Ledger.Line::time)
                .findFirst()
                .orElse(null);
    }

    /** Whoever holds a duty by which requests are read, once each. */
    private List<Reader> readers() {
        var found = new TreeMap<String, Reader>();
        for (var duty : CaseAccessByDuty.READING) {
            for (var official : officials.holding(duty)) {
                var reader = found.computeIfAbsent(
                        official.id(), id -> new Reader(id, official.name(), EnumSet.noneOf(Duty.class)));
                reader.duties().add(duty);
            }
        }
        var readers = new ArrayList<>(found.values());
        readers.sort(Comparator.comparing(Reader::name).thenComparing(Reader::id));
        return List.copyOf(readers);
    }

    private List<Look> looks(List<Ledger.Line> lines) {
        var names = new HashMap<String, String>();
        return lines.stream()
                .map(it -> new Look(it.official() == null ? null : name(it.official(), names), it.what(), it.time()))
                .toList();
    }

    private String name(String id, Map<String, String> names) {
        return names.computeIfAbsent(id, it -> officials.name(it));
    }
}
