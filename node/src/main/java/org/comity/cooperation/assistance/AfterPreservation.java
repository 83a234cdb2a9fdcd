package org.comity.cooperation.assistance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.cooperation.Following;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** A request for assistance that begins with what a preservation said, Art. 42(3)(f) and (8). */
@Component
class AfterPreservation implements Following {

    private final AssistanceComposition composition;
    private final Threads threads;

    AfterPreservation(AssistanceComposition composition, Threads threads) {
        this.composition = composition;
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public String follows() {
        return "preservation";
    }

    @Override
    public String holds() {
        return "hold";
    }

    @Override
    public String page() {
        return AssistanceComposeStep.OFFENCE.path();
    }

    @Override
    public Map<String, Object> begun(RequestRow row) {
        var body = new LinkedHashMap<>(composition.empty());
        var central = body.get("authority");
        threads.opening(row.thread()).ifPresent(it -> body.putAll(AssistanceRequestRules.carriedOver(it.body())));
        // On whose behalf the data were kept conducts the proceeding; the central authority asks.
        body.put("conductedBy", body.getOrDefault("authority", ""));
        body.put("authority", central);
        body.put("preservation", row.reference());
        body.put("preservedUntil", row.until() == null ? "" : row.until().toString());
        var report = new BodyFields(reported(row.thread()));
        body.put("preserved", report.text("kept"));
        body.put("providerReference", report.text("providerReference"));
        return RequestBody.clean(body);
    }

    /** The newest report that has effect. */
    private Map<String, Object> reported(String thread) {
        return threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals("report-preserved") && Entry.EFFECTIVE.equals(it.effect()))
                .reduce((earlier, later) -> later)
                .map(KeptAct::body)
                .orElse(Map.of());
    }
}
