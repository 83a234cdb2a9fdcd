package org.comity.assistance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.casework.DomesticFile;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.Particulars;
import org.comity.thread.Procedure;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of legal assistance what its file cannot: what is awaited, and who owes what at once. */
@Component
class Assistance implements Particulars {

    static final String ID = "assistance/1";

    private static final String REFUSE = "refuse";
    private static final String POSTPONE = "postpone";

    private static final Set<String> UNDECIDED = Set.of("Requested", "Received", "Postponed", "Unable");

    private static final Set<String> TAKEN_UP = Set.of("Accepted", "InExecution", "StepsPending", "PartlyDelivered");

    private final KnownRequests requests;
    private final DomesticFile file;

    Assistance(KnownRequests requests, DomesticFile file) {
        this.requests = requests;
        this.file = file;
    }

    @Override
    public String procedure() {
        return ID;
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        return switch (type) {
            case REFUSE, "refuse-part", POSTPONE ->
                requests.state(row).filter(it -> it.flag("consulted")).isPresent()
                        ? Map.of("consultation", "held")
                        : Map.of();
            case CustodySteps.DELIVER ->
                Map.of("executedBy", requests.self().functions().getOrDefault("central-authority", ""));
            default -> Map.of();
        };
    }

    /** What is judicial there is a proceeding here. */
    @Override
    public Map<String, Object> begunFrom(RequestRow followed, Map<String, Object> begun) {
        var anew = new HashMap<>(begun);
        anew.replace("stage", "judicial", "proceeding");
        return anew;
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row == null) {
            return List.of();
        }
        boolean unordered = type.equals(CustodySteps.DELIVER)
                && requests.self().profile().orderNeedsMagistrate()
                && !file.holds(row.thread(), DomesticFile.Kind.ORDER);
        return Stream.concat(
                        unordered ? Stream.of(new Pointed("assistance.caution.no-order", "")) : Stream.of(),
                        pointed(requests.state(row).orElse(null), type))
                .toList();
    }

    static Stream<Pointed> pointed(@Nullable TabledState from, String type) {
        return type.equals("close") && from != null && !from.acts("unmatched").isEmpty()
                ? Stream.of(new Pointed("assistance.caution.unmatched", ""))
                : Stream.of();
    }

    /** What the other State waits for comes before what is usual at this stage. */
    @Override
    public List<String> offered(Procedure.State state, List<String> usual) {
        var from = (TabledState) state;
        return usual.stream()
                .sorted(Comparator.comparing(it -> !awaited(from, it)))
                .toList();
    }

    private static boolean awaited(TabledState from, String type) {
        return switch (type) {
            case "status" -> from.flag("statusAsked") && !UNDECIDED.contains(stage(from));
            case "consent-use", "refuse-use" -> !pending(from);
            case CustodySteps.MATCHED -> !from.acts("unmatched").isEmpty() && !pending(from);
            case "executed" -> stage(from).equals("InExecution");
            default -> false;
        };
    }

    /** Both may owe something at once: one the rest of the items, the other the matching of what came. */
    @Override
    public @Nullable Turn turn(Procedure.State state, Role role) {
        var from = (TabledState) state;
        if (!from.flag("statusAsked")
                && from.acts("uses").isEmpty()
                && from.acts("unmatched").isEmpty()) {
            return null;
        }
        if (owes(from, role)) {
            return Turn.OURS;
        }
        return owes(from, role.other()) ? Turn.THEIRS : Turn.NOBODY;
    }

    private static boolean owes(TabledState from, Role role) {
        boolean weighing =
                pending(from) && (from.flag("asked") || !from.text("conditions").isEmpty());
        boolean uses = !from.acts("uses").isEmpty();
        return role.equals(Role.REQUESTING)
                ? weighing
                        || stage(from).equals("Delivered") && !uses
                        || !pending(from) && !from.acts("unmatched").isEmpty()
                : pending(from) && (!weighing || from.flag("statusAsked")) || uses;
    }

    /** A question on progress is answered in hours, however far off the rest is. */
    @Override
    public String paceBy(Procedure.State state) {
        var from = (TabledState) state;
        return from.flag("statusAsked") ? "" : stage(from);
    }

    private static String stage(TabledState from) {
        return from.text("stage");
    }

    private static boolean pending(TabledState from) {
        return UNDECIDED.contains(stage(from)) || TAKEN_UP.contains(stage(from));
    }
}
