package org.comity.assistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.DomesticFile;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldBroken;
import org.comity.proof.Act;
import org.comity.thread.Procedure;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of legal assistance what its file cannot: what is awaited, who owes what at once, and what the treaty asks and the State decides. */
@Component
class Assistance implements Particulars {

    /** As the law data name it. */
    static final String NAME = "assistance";

    static final String ID = NAME + "/1";

    private static final String OTHER = "other";
    private static final String REFUSE = "refuse";
    private static final String POSTPONE = "postpone";

    /** The consultation took place by another channel, as the refusal or postponement records. */
    private static final List<String> CONSULTED = List.of("held", "elsewhere");

    /** On taking up, what the law says of what was asked for is read. */
    private static final Set<String> DECIDING = Set.of("accept", "pass", "propose-conditions");

    /** The requested State Party has not taken the request up. */
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

    /** The last backup lapses on the day of the destruction, or later. */
    @Override
    public void check(Act act, ProcedureLaw law) {
        var body = new BodyFields(act.body());
        var on = body.day("doneOn");
        var until = body.day("backupsUntil");
        if (on != null && until != null && until.isBefore(on)) {
            throw new FieldBroken(NAME, "unknown", "backupsUntil");
        }
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        return switch (type) {
            case REFUSE, POSTPONE ->
                Map.of(
                        "consultation",
                        requests.state(row).filter(it -> it.flag("consulted")).isPresent() ? "held" : "none");
            case CustodySteps.DELIVER ->
                Map.of("executedBy", requests.self().functions().getOrDefault("central-authority", ""));
            default -> Map.of();
        };
    }

    @Override
    public List<String> duties(RequestRow row, String type) {
        return DECIDING.contains(type) ? RequestBody.SECTIONS.duties(requests.opening(row)) : List.of();
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row == null) {
            return List.of();
        }
        var pointed = pointed(requests.law(row), requests.state(row).orElse(null), type, new BodyFields(body));
        if (type.equals(CustodySteps.DELIVER)
                && requests.self().profile().orderNeedsMagistrate()
                && !file.holds(row.thread(), DomesticFile.Kind.ORDER)) {
            pointed.add(new Pointed("assistance.caution.no-order", ""));
        }
        return pointed;
    }

    static List<Pointed> pointed(ProcedureLaw law, @Nullable TabledState from, String type, BodyFields body) {
        var pointed = new ArrayList<Pointed>();
        var ground = body.text("ground");
        switch (type) {
            case REFUSE -> {
                consultation(law, from, body, law.ground(ground)).ifPresent(pointed::add);
                if (!body.text("reasons").equals("given")) {
                    caution(law, "no-reasons", "reasons").ifPresent(pointed::add);
                }
            }
            case POSTPONE ->
                consultation(law, from, body, law.postponement(ground)).ifPresent(pointed::add);
            case CustodySteps.ONWARD -> {
                if (body.text(CustodySteps.CONSENT).equals(CustodySteps.NONE)) {
                    caution(law, "onward-without-consent", "use-limit").ifPresent(pointed::add);
                }
            }
            case "close" -> {
                if (from != null && !from.acts("unmatched").isEmpty()) {
                    pointed.add(new Pointed("assistance.caution.unmatched", ""));
                }
            }
            case "exculpatory" -> {
                if (body.text("notice").equals("after")) {
                    caution(law, "notice-after", "exculpatory").ifPresent(pointed::add);
                }
            }
            default -> {}
        }
        return pointed;
    }

    /** A ground in the State's own words is asked for as the treaty's first ones are. */
    private static Optional<Pointed> consultation(
            ProcedureLaw law, @Nullable TabledState from, BodyFields body, Optional<Ground> ground) {
        boolean held = from != null && from.flag("consulted") || CONSULTED.contains(body.text("consultation"));
        boolean due = ground.map(Ground::consult).orElse(body.text("ground").equals(OTHER));
        return due && !held ? caution(law, "no-consultation", "consult") : Optional.empty();
    }

    /** With the paragraph of the duty that it reminds of. */
    static Optional<Pointed> caution(ProcedureLaw law, String key, String duty) {
        return law.duty(duty).map(it -> new Pointed("assistance.caution." + key, it.ref()));
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

    /** Something is still to be delivered. */
    private static boolean pending(TabledState from) {
        return UNDECIDED.contains(stage(from)) || TAKEN_UP.contains(stage(from));
    }
}
