package org.comity.casework.compartments;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.compartments.Compartment.Proposal;
import org.comity.directory.Directory;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets two officers close a request to all but those they name, change whom they named, and open it again. */
@Component
class ClosingRequests {

    static final int LONGEST_REASON = 500;
    private static final int MOST_NAMED = 50;

    /** What a page that looks over all requests can leave out and stay quick. */
    private static final int MOST_CLOSED = 1000;

    private static final List<Duty> READING = List.of(
            Duty.DUTY_OFFICER,
            Duty.LAWYER,
            Duty.SECOND_OFFICER,
            Duty.CUSTODIAN,
            Duty.MAGISTRATE,
            Duty.OFFICE_MEMBER,
            Duty.OVERSIGHT);

    private final CompartmentRows rows;
    private final Requests requests;
    private final CaseAccess access;
    private final Directory directory;
    private final Officials officials;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Clock clock;

    ClosingRequests(
            CompartmentRows rows,
            Requests requests,
            CaseAccess access,
            Directory directory,
            Officials officials,
            Approvals approvals,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.access = access;
        this.directory = directory;
        this.officials = officials;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    Compartment of(String thread) {
        return rows.find(thread).orElseGet(() -> Compartment.open(thread));
    }

    /** @param typed what did not pass, or null */
    CompartmentView view(String reference, @Nullable TypedClosing typed, FormProblems problems, Official by) {
        var row = access.row(reference, by);
        var it = of(row.thread());
        var proposal = it.proposal();
        var ticked = typed != null ? typed.named() : it.named().isEmpty() ? List.of(by.id()) : it.named();
        return new CompartmentView(
                row,
                it,
                it.named().stream().map(officials::name).toList(),
                proposal == null
                        ? List.of()
                        : proposal.named().stream().map(officials::name).toList(),
                proposal == null ? "" : officials.name(proposal.by()),
                proposal == null ? null : proposal.hash(row.thread()),
                access.mayWrite(by) ? choices() : List.of(),
                ticked,
                typed == null ? "" : typed.why(),
                proposal != null && refused(proposal, by) == null,
                directory.self().profile().passkeyRequired(),
                SeenMark.carried(it.mark(), typed == null ? SeenMark.NOTHING : typed.seen(), problems),
                problems);
    }

    /**
     * @param named ids as ticked; none to open it to all again
     * @param seen mark of what stood on the page
     */
    record TypedClosing(List<String> named, String why, String seen) {}

    /** What is wrong with it; nothing was changed if there is anything. */
    @Transactional
    FormProblems propose(String reference, TypedClosing typed, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        var now = of(row.thread());
        var problems = problems(typed, now, by);
        if (problems.any()) {
            return problems;
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var proposed = new Proposal(sorted(typed.named()), typed.why(), by.id(), at);
        // The same press twice.
        if (now.proposal() != null && now.proposal().says(proposed)) {
            return FormProblems.NONE;
        }
        if (!now.mark().equals(typed.seen()) || !rows.propose(row.thread(), proposed, now.proposal())) {
            return problems.with("", SeenMark.PROBLEM);
        }
        ledger.record(by, "compartment.proposed", row.thread(), Map.of());
        return FormProblems.NONE;
    }

    private FormProblems problems(TypedClosing typed, Compartment now, Official by) {
        var found = FormProblems.NONE;
        if (typed.why().isEmpty() || typed.why().length() > LONGEST_REASON) {
            found = found.with("why", typed.why().isEmpty() ? "compartment.needed.why" : "compartment.too-long");
        }
        if (typed.named().isEmpty()) {
            return now.closedAt() == null ? found.with("named", "compartment.needed.named") : found;
        }
        var people = candidates();
        boolean known = typed.named().stream()
                .allMatch(id -> people.stream().anyMatch(it -> it.id().equals(id)));
        boolean second = people.stream()
                .filter(it -> typed.named().contains(it.id()))
                .anyMatch(it -> TwoOfficers.afterwards(List.of(by.id()), it).allowed());
        if (!known || typed.named().size() > MOST_NAMED) {
            return found.with("named", "compartment.unknown-officer");
        }
        if (!typed.named().contains(by.id())) {
            return found.with("named", "compartment.yourself");
        }
        return second ? found : found.with("named", "compartment.no-second");
    }

    /** @param hash of what the second officer read */
    @Transactional
    void confirm(String reference, String hash, Approvals.Proof proof, Official by) {
        var row = access.row(reference, by);
        var proposal = of(row.thread()).proposal();
        if (proposal == null || !proposal.hash(row.thread()).equals(hash)) {
            throw CompartmentRefused.changed();
        }
        var refused = refused(proposal, by);
        if (refused != null) {
            throw refused;
        }
        approvals.approve(by, hash, proof);
        rows.closing();
        if (!rows.drop(row.thread(), proposal)) {
            throw CompartmentRefused.changed();
        }
        if (proposal.opens()) {
            rows.open(row.thread());
            ledger.record(by, "compartment.opened", row.thread(), Map.of());
        } else {
            close(row, proposal, by);
        }
    }

    private void close(RequestRow row, Proposal proposal, Official by) {
        mustBeFew(rows);
        if (row.owner() != null && !proposal.named().contains(row.owner())) {
            requests.own(row.address(), null, by);
        }
        rows.close(row.thread(), proposal.named(), clock.instant());
        ledger.record(by, "compartment.closed", row.thread(), Map.of());
    }

    static void mustBeFew(CompartmentRows rows) {
        if (rows.closed() >= MOST_CLOSED) {
            throw CompartmentRefused.tooMany();
        }
    }

    /**
     * Whoever may write takes back what was proposed.
     *
     * @param hash of what stood on the page
     */
    @Transactional
    void drop(String reference, String hash, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        var proposal = of(row.thread()).proposal();
        if (proposal == null || !proposal.hash(row.thread()).equals(hash) || !rows.drop(row.thread(), proposal)) {
            throw CompartmentRefused.changed();
        }
        ledger.record(by, "compartment.proposal-dropped", row.thread(), Map.of());
    }

    private static @Nullable CompartmentRefused refused(Proposal proposal, Official by) {
        return switch (TwoOfficers.afterwards(List.of(proposal.by()), by)) {
            case OWN_ACT -> CompartmentRefused.ownProposal();
            case WRONG_DUTY -> CompartmentRefused.notAnApprover();
            default -> proposal.opens() || proposal.named().contains(by.id()) ? null : CompartmentRefused.notNamed();
        };
    }

    /** Who reads requests, and administers nothing: whoever makes accounts is not let in by one. */
    private List<Official> candidates() {
        return READING.stream()
                .flatMap(it -> officials.holding(it).stream())
                .distinct()
                .filter(it -> !it.holds(Duty.ADMINISTRATOR))
                .sorted(Comparator.comparing(Official::name))
                .toList();
    }

    private List<Choice> choices() {
        return candidates().stream().map(it -> Choice.of(it.id(), it.name())).toList();
    }

    private static List<String> sorted(List<String> named) {
        return named.stream().distinct().sorted().toList();
    }
}
