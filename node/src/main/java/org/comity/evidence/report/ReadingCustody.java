package org.comity.evidence.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.report.CustodyRecord.Own;
import org.comity.ledger.Ledger;
import org.comity.ledger.LogTree;
import org.comity.proof.log.LogProof;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
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
        return new CustodyRecord(
                item,
                manifest,
                directory.self(),
                between.limits(item, by),
                between.shared(item),
                own(id),
                checkpoint(),
                by,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Entry and log line are written in one transaction, and the line says of which entry it is. Lines that an older
     * program wrote do not: of each kind the first is that of the first entry, since both are written in one order.
     */
    private List<Own> own(UUID id) {
        var said = new HashMap<String, Ledger.Line>();
        var unsaid = new HashMap<String, Deque<Ledger.Line>>();
        for (var line : lines(id)) {
            var entry = line.facts().get("entry");
            if (entry == null)
                unsaid.computeIfAbsent(line.what(), _ -> new ArrayDeque<>()).add(line);
            else said.put(entry, line);
        }
        var all = new ArrayList<Own>();
        for (var entry : evidence.custody(id)) {
            var line = Optional.ofNullable(said.get(Integer.toString(entry.n())))
                    .or(() -> Optional.ofNullable(unsaid.get("evidence." + kind(entry)))
                            .map(Deque::poll));
            all.add(line.map(it -> new Own(entry, it.n(), it.hash(), proof(it.n())))
                    .orElseGet(() -> new Own(entry, 0, "", null)));
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

    private @Nullable LogProof proof(long n) {
        try {
            return LogProof.read(log.proof(n, null).getBytes(UTF_8));
        } catch (RuleBroken notYetSigned) {
            return null;
        }
    }

    private @Nullable String checkpoint() {
        try {
            return log.checkpoint();
        } catch (RuleBroken notYetSigned) {
            return null;
        }
    }
}
