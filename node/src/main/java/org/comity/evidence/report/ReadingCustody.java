package org.comity.evidence.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.report.CustodyRecord.Own;
import org.comity.ledger.Ledger;
import org.comity.ledger.LogTree;
import org.comity.ledger.LogTree.CoveredLine;
import org.comity.ledger.LogTree.CoveredLines;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Brings together what acts, custody and log say of one item. */
@Component
class ReadingCustody {

    private static final int PAGE = 200;

    private final Evidence evidence;
    private final BetweenStates between;
    private final Ledger ledger;
    private final LogTree log;
    private final Directory directory;
    private final Clock clock;

    ReadingCustody(
            Evidence evidence, BetweenStates between, Ledger ledger, LogTree log, Directory directory, Clock clock) {
        this.evidence = evidence;
        this.between = between;
        this.ledger = ledger;
        this.log = log;
        this.directory = directory;
        this.clock = clock;
    }

    CustodyRecord read(UUID id, Official by) {
        var item = evidence.item(id).orElseThrow(() -> new EvidenceRefused("unknown", "No such item"));
        var manifest = item.manifest()
                .filter(it -> item.whole() || item.destroyed())
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
        var entries = entries(id);
        var covered = log.covered(entries.stream()
                .flatMap(it -> it.line().stream())
                .map(Ledger.Line::n)
                .toList());
        return new CustodyRecord(
                item,
                manifest,
                directory.self(),
                between.reference(item, by),
                evidence.written(id).orElse(null),
                between.released(item),
                between.limits(item, by),
                between.shared(item),
                entries.stream()
                        .map(it -> it.own(covered.map(CoveredLines::lines).orElse(Map.of())))
                        .toList(),
                covered.map(CoveredLines::checkpoint).orElse(null),
                by,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Entry and log line are written in one transaction, and the line says of which entry it is. Lines that an older
     * program wrote do not: of each kind the first is that of the first entry, since both are written in one order.
     */
    private List<Logged> entries(UUID id) {
        var said = new HashMap<String, Ledger.Line>();
        var unsaid = new HashMap<String, Deque<Ledger.Line>>();
        for (var line : lines(id)) {
            var entry = line.facts().get("entry");
            if (entry == null)
                unsaid.computeIfAbsent(line.what(), _ -> new ArrayDeque<>()).add(line);
            else said.put(entry, line);
        }
        var all = new ArrayList<Logged>();
        for (var entry : evidence.custody(id)) {
            var line = Optional.ofNullable(said.get(Integer.toString(entry.n())))
                    .or(() -> Optional.ofNullable(unsaid.get("evidence." + kind(entry)))
                            .map(Deque::poll));
            all.add(new Logged(entry, line));
        }
        return all;
    }

    private static String kind(CustodyEntry entry) {
        return entry.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All, oldest first. */
    private List<Ledger.Line> lines(UUID id) {
        var all = new ArrayList<Ledger.Line>();
        List<Ledger.Line> page;
        Long before = null;
        do {
            page = ledger.lines(id.toString(), before, PAGE);
            all.addAll(page);
            before = page.isEmpty() ? null : page.getLast().n();
        } while (page.size() == PAGE);
        return all.reversed();
    }

    /** An entry, and the line of the log that speaks of it. */
    private record Logged(CustodyEntry entry, Optional<Ledger.Line> line) {

        Own own(Map<Long, CoveredLine> covered) {
            return line.map(it -> new Own(entry, it.n(), it.hash(), covered.get(it.n())))
                    .orElseGet(() -> new Own(entry, 0, "", null));
        }
    }
}
