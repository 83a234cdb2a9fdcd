package org.comity.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/** Names the pages that stand on no rail, for whoever may open them. */
public final class FurtherPages {

    private static final List<Further> WRITING = List.of(
            new Further("/desk/handover", "handover.title", "people"),
            new Further("/calls", "calls.title", "phone"),
            new Further("/calls/new", "calls.new.title", "phone"),
            new Further("/courier", "courier.title", "bag"),
            new Further("/paper/import", "desk.import", "plus"));

    private static final Further ROTA = new Further("/desk/rota", "rota.see", "clock");

    private static final List<Further> REGISTER = List.of(
            new Further("/reporting/register", "desk.register", "book"),
            new Further("/reporting/figures", "figures.link", "request"),
            new Further("/reporting/transfers", "transfers.link", "book"));

    private static final Further EVIDENCE_TRANSFERS = new Further("/evidence/transfers", "transfer.title", "seal");

    /** Beside the rota, what stands above each page of the administration. */
    private static final List<Further> ADMINISTRATION = List.of(
            new Further("/admin/people", "identity.people.title", "people"),
            new Further("/admin/health", "health.title", "node"),
            new Further("/admin/revocations", "revocation.title", "lock"));

    private static final Further CHANGES = new Further("/people/changes", "identity.changes.title", "people");

    private static final List<Further> EVERYBODY = List.of(
            new Further("/me", "ui.me", "people"),
            new Further("/me#tokens", "identity.me.tokens", "node"),
            new Further("/rooms/waiting", "forum.waiting", "forum"),
            new Further("/help", "ui.help", "info"),
            new Further("/verify", "site.verify.title", "seal"));

    private static final List<Further> BETWEEN_STATES = List.of(
            new Further("/requests/new", "ui.new", "plus"), new Further("/emergency", "emergency.new", "warning"));

    private static final Further RECORDING = new Further("/paper/new", "desk.record", "phone");

    private FurtherPages() {}

    /** @param word message that names it */
    public record Further(String path, String word, String icon) {}

    /** What an officer begins from anywhere. */
    public static List<Further> deeds(boolean writes, boolean ofState) {
        if (!writes) return List.of();
        return ofState
                ? Stream.concat(BETWEEN_STATES.stream(), Stream.of(RECORDING)).toList()
                : List.of(RECORDING);
    }

    static List<Further> of(Official by, CaseAccess access) {
        boolean writes = access.mayWrite(by);
        boolean approves = by.holds(Duty.SECOND_OFFICER);
        boolean administers = by.holds(Duty.ADMINISTRATOR);
        var pages = new ArrayList<Further>();
        if (writes) pages.addAll(WRITING);
        if (administers) pages.addAll(ADMINISTRATION);
        if (administers || by.holds(Duty.OVERSIGHT)) pages.add(CHANGES);
        if (writes || approves || administers) pages.add(ROTA);
        if (writes || approves || administers || by.holds(Duty.CUSTODIAN)) pages.add(EVIDENCE_TRANSFERS);
        if (writes || approves || by.holds(Duty.OVERSIGHT)) pages.addAll(REGISTER);
        pages.addAll(EVERYBODY);
        return List.copyOf(pages);
    }
}
