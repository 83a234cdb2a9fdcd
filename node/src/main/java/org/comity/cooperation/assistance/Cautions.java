package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.delivery.Delivered;
import org.comity.cooperation.form.BodyFields;
import org.comity.thread.TabledState;
import org.jspecify.annotations.Nullable;

/**
 * Points out what the treaty asks and the State decides, to the officer who signs; never a reason to refuse an act.
 */
record Cautions(ProcedureLaw law) {

    /** The consultation took place by another channel, as the refusal or postponement records. */
    private static final List<String> CONSULTED = List.of("held", "elsewhere");

    /**
     * @param key stable; message {@code assistance.caution.<key>}
     * @param ref the paragraph it comes from; empty where it is ours
     */
    record Caution(String key, String ref) {}

    List<Caution> of(@Nullable TabledState from, String type, BodyFields body) {
        var cautions = new ArrayList<Caution>();
        switch (type) {
            case Acts.REQUEST -> request(body, cautions);
            case Acts.REFUSE -> {
                consultation(from, body, law.ground(body.text("ground")), cautions);
                if (!body.text("reasons").equals("given")) {
                    add(cautions, "no-reasons", "reasons");
                }
            }
            case Acts.POSTPONE -> consultation(from, body, law.postponement(body.text("ground")), cautions);
            case CustodySteps.ONWARD -> {
                if (body.text(CustodySteps.CONSENT).equals(CustodySteps.NONE)) {
                    add(cautions, "onward-without-consent", "use-limit");
                }
            }
            case Acts.CLOSE -> {
                if (Delivered.in(from).filter(it -> !it.unmatched().isEmpty()).isPresent()) {
                    cautions.add(new Caution("unmatched", ""));
                }
            }
            case Acts.EXCULPATORY -> {
                if (body.text("notice").equals("after")) {
                    add(cautions, "notice-after", "exculpatory");
                }
            }
            default -> {}
        }
        return cautions;
    }

    private void request(BodyFields body, List<Caution> cautions) {
        law.scope(body.text("scope"))
                .filter(it -> it.leastMonths() != null && body.number("penaltyMonths", 0) < it.leastMonths())
                .ifPresent(it -> cautions.add(new Caution("penalty-below", it.ref())));
        if (RequestBody.SECTIONS.chosen(body, "transfer")
                && !body.text("transferConsent").equals("given")) {
            add(cautions, "transfer-without-consent", "transfer-consent");
        }
        if (body.instant("answerBy") != null && body.text("deadlineReasons").isEmpty()) {
            add(cautions, "deadline-without-reasons", "timely");
        }
    }

    /** A ground in the State's own words is asked for as the treaty's first ones are. */
    private void consultation(
            @Nullable TabledState from, BodyFields body, Optional<Ground> ground, List<Caution> cautions) {
        boolean held = from != null && from.flag("consulted") || CONSULTED.contains(body.text("consultation"));
        boolean due = ground.map(Ground::consult).orElse(body.text("ground").equals(AssistanceActRules.OTHER));
        if (due && !held) {
            add(cautions, "no-consultation", "consult");
        }
    }

    /** With the paragraph of the duty that it reminds of. */
    private void add(List<Caution> cautions, String key, String duty) {
        law.duty(duty).ifPresent(it -> cautions.add(new Caution(key, it.ref())));
    }
}
