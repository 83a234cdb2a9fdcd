package org.comity.casework.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.directory.Directory;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides by duties what an official sees and does of requests. */
@Component
class CaseAccessByDuty implements CaseAccess {

    private static final Set<Duty> DESK = Set.of(Duty.DUTY_OFFICER, Duty.LAWYER);
    private static final Set<Duty> ORDERING = Set.of(Duty.MAGISTRATE, Duty.LAWYER);
    private static final Set<Duty> APPROVING = Set.of(Duty.DUTY_OFFICER, Duty.LAWYER, Duty.SECOND_OFFICER);
    private static final Set<Duty> REGISTER =
            Set.of(Duty.DUTY_OFFICER, Duty.LAWYER, Duty.SECOND_OFFICER, Duty.OVERSIGHT);
    static final Set<Duty> READING =
            Set.of(Duty.DUTY_OFFICER, Duty.LAWYER, Duty.SECOND_OFFICER, Duty.OVERSIGHT, Duty.CUSTODIAN);
    private static final Set<Duty> FILING = Set.of(Duty.DUTY_OFFICER, Duty.LAWYER, Duty.MAGISTRATE, Duty.CUSTODIAN);

    private final Requests requests;
    private final DomesticFile file;
    private final Directory directory;
    private final ObjectProvider<Procedures> procedures;
    private final Compartments compartments;

    // The catalogue is asked when needed: it is made of parts that ask here.
    CaseAccessByDuty(
            Requests requests,
            DomesticFile file,
            Directory directory,
            ObjectProvider<Procedures> procedures,
            Compartments compartments) {
        this.requests = requests;
        this.file = file;
        this.directory = directory;
        this.procedures = procedures;
        this.compartments = compartments;
    }

    @Override
    public void mustRead(Official by) {
        must(by, READING);
    }

    @Override
    public boolean mayRead(Official by) {
        return holds(by, READING);
    }

    @Override
    public RequestRow row(String reference, Official by) {
        mustRead(by);
        return find(reference, by).orElseThrow(() -> new ListingRequests.Unknown(reference));
    }

    @Override
    public Optional<RequestRow> find(String reference, Official by) {
        return requests.find(reference, by.id());
    }

    @Override
    public Optional<RequestRow> ofThread(String thread, Official by) {
        return requests.ofThread(thread).filter(it -> !compartments.hides(thread, by));
    }

    @Override
    public List<RequestRow> ofThreads(Collection<String> threads, Official by) {
        return compartments.seen(requests.ofThreads(threads), RequestRow::thread, by.id());
    }

    @Override
    public RequestRow forOrder(String reference, Official by) {
        mustOrder(by);
        return find(reference, by)
                .filter(it -> mayRead(by) || file.holds(it.thread(), Kind.PASSED_ON))
                .orElseThrow(() -> mayRead(by) ? new ListingRequests.Unknown(reference) : new NotYours());
    }

    @Override
    public void mustReadRegister(Official by) {
        must(by, REGISTER);
    }

    @Override
    public void mustOversee(Official by) {
        must(by, Set.of(Duty.OVERSIGHT));
    }

    @Override
    public void mustWrite(Official by) {
        must(by, DESK);
    }

    @Override
    public boolean mayWrite(Official by) {
        return holds(by, DESK);
    }

    @Override
    public void mustRecall(Official by) {
        must(by, APPROVING);
    }

    @Override
    public void mustOrder(Official by) {
        must(by, ORDERING);
    }

    @Override
    public void mustHoldByLaw(Official by) {
        must(by, Set.of(Duty.LAWYER));
    }

    @Override
    public void mustFile(Official by, Kind kind) {
        must(by, filing(kind));
    }

    @Override
    public void mustFile(Official by, Kind kind, RequestRow in) {
        if (!mayFile(by, kind, in)) {
            throw new NotYours();
        }
    }

    @Override
    public boolean mayFile(Official by, Kind kind, RequestRow in) {
        return orders(kind)
                ? holds(by, ORDERING) || by.holds(Duty.DUTY_OFFICER) && contactPointOrders(in)
                : holds(by, filing(kind));
    }

    private static Set<Duty> filing(Kind kind) {
        if (orders(kind)) return ORDERING;
        // What the lawyer finds is nobody else's to say, on whatever page or by whatever program.
        if (kind == Kind.CRIMINALITY) return Set.of(Duty.LAWYER);
        // Each who may approve what we say can be one of the two who read for it, and nobody else.
        if (kind == Kind.CONSIDERED_DISCRIMINATION) return APPROVING;
        return kind == Kind.PASSED_ON || kind == Kind.PROSECUTOR ? DESK : FILING;
    }

    private boolean contactPointOrders(RequestRow in) {
        return procedures.getObject().of(in.procedure()).steps().keepsForAnother()
                && in.ourRole() == Role.REQUESTED
                && directory.self().profile().contactPointMayOrder();
    }

    private static boolean orders(Kind kind) {
        return kind == Kind.ORDER || kind == Kind.ORDER_REFUSED;
    }

    private static void must(Official by, Set<Duty> duties) {
        if (!holds(by, duties)) {
            throw new NotYours();
        }
    }

    private static boolean holds(Official by, Set<Duty> duties) {
        return duties.stream().anyMatch(by::holds);
    }

    static final class NotYours extends RuleBroken {
        NotYours() {
            super("request.not-your-duty", Map.of());
        }
    }
}
