package org.comity.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.LegalHolds;
import org.comity.casework.LegalHolds.Hold;
import org.comity.identity.ApprovalsKept;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.ledger.LogTree;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.JointThread;
import org.comity.thread.JointThreadsAtUs;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the State's own oversight read its own node: acts, reads and exports, and nothing of another State's node.
 */
@Component
class Overseeing {

    private static final int LINES = 50;

    private final Ledger ledger;
    private final LogTree log;
    private final Requests requests;
    private final Confirmations confirmations;
    private final Officials officials;
    private final ApprovalsKept approvals;
    private final LegalHolds holds;
    private final Compartments compartments;
    private final FindingOnRecord seeking;
    private final Procedures procedures;
    private final CheckingWholeLog checking;
    private final JointThreadsAtUs joint;

    // More than eight: each keeps one thing that oversight sees.
    Overseeing(
            Ledger ledger,
            LogTree log,
            Requests requests,
            Confirmations confirmations,
            Officials officials,
            ApprovalsKept approvals,
            LegalHolds holds,
            Compartments compartments,
            FindingOnRecord seeking,
            Procedures procedures,
            CheckingWholeLog checking,
            JointThreadsAtUs joint) {
        this.joint = joint;
        this.ledger = ledger;
        this.log = log;
        this.requests = requests;
        this.confirmations = confirmations;
        this.officials = officials;
        this.approvals = approvals;
        this.holds = holds;
        this.compartments = compartments;
        this.seeking = seeking;
        this.procedures = procedures;
        this.checking = checking;
    }

    /** @param holdsAfter thread of the last hold of the page before; empty for the first */
    @Transactional
    OversightView read(OversightSearch looked, @Nullable Long before, String holdsAfter, Official by) {
        var sought = seeking.sought(looked, by);
        ledger.record(by, "oversight.read", looked.about().isEmpty() ? "ledger" : looked.about(), facts(looked));
        var lines = ledger.seek(sought, before, LINES);
        var given = approvals(lines);
        var notConfirmed = confirmations.notConfirmed(by.id());
        var standing = holds.standing(compartments.hiddenFrom(by.id()), holdsAfter);
        return new OversightView(
                lines,
                checking.state(),
                log.standing(),
                lines.size() == LINES ? lines.getLast().n() : null,
                looked,
                names(lines, given, notConfirmed.rows(), standing.rows()),
                given.stream().collect(Collectors.groupingBy(ApprovalsKept.Kept::act)),
                references(lines, standing.rows(), by),
                requests.list(
                                new Requests.Filter(Requests.View.ALL, null, List.of(), null, null, null, null, null)
                                        .readBy(by.id()),
                                null,
                                20)
                        .rows(),
                notConfirmed,
                confirmations.awaited(null, by.id()),
                standing,
                procedures.laws());
    }

    void check(Official by) throws InterruptedException {
        ledger.record(by, "oversight.log-checked", "ledger", Map.of());
        checking.begin();
    }

    private List<ApprovalsKept.Kept> approvals(List<Ledger.Line> lines) {
        return approvals.of(lines.stream()
                .filter(it -> it.official() != null && it.what().startsWith("act."))
                .map(Ledger.Line::subject)
                .distinct()
                .toList());
    }

    private Map<String, String> names(
            List<Ledger.Line> lines,
            List<ApprovalsKept.Kept> given,
            List<Confirmation> notConfirmed,
            List<Hold> standing) {
        var names = new TreeMap<String, String>();
        Stream.of(
                        lines.stream().map(Ledger.Line::official),
                        given.stream().map(ApprovalsKept.Kept::official),
                        notConfirmed.stream().map(Confirmation::second),
                        standing.stream().map(Hold::by))
                .flatMap(it -> it)
                .filter(Objects::nonNull)
                .forEach(id -> names.computeIfAbsent(id, officials::name));
        return names;
    }

    private Map<String, String> references(List<Ledger.Line> lines, List<Hold> standing, Official by) {
        var about = Stream.concat(
                lines.stream().map(Ledger.Line::subject), standing.stream().map(Hold::thread));
        var threads = about.distinct().toList();
        var references = new TreeMap<String, String>();
        compartments
                .seen(requests.ofThreads(threads), RequestRow::thread, by.id())
                .forEach(it -> references.put(it.thread(), it.reference()));
        var named = threads.stream().filter(JointThread::isNameOf).toList();
        joint.openings(compartments.seen(named, it -> it, by.id()))
                .forEach((thread, opening) -> Optional.ofNullable(
                                opening.envelope().facts().get("reference"))
                        .ifPresent(it -> references.put(thread, it)));
        return references;
    }

    /** What was looked for is on record as well. */
    private static Map<String, String> facts(OversightSearch looked) {
        return Map.of("by", looked.official(), "looked-for", looked.kind(), "day", looked.day());
    }

    @Transactional
    String checkpoint(Official by) {
        ledger.record(by, "oversight.checkpoint-taken", "ledger", Map.of());
        return log.checkpoint();
    }

    @Transactional
    String proof(long line, @Nullable Long since, Official by) {
        ledger.record(by, "oversight.proof-taken", "ledger", Map.of("line", Long.toString(line)));
        return log.proof(line, since);
    }
}
