package org.comity.assistance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.Following;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/**
 * Begins a request for assistance with what another request said: a preservation, Art. 42(3)(f) and (8), an inquiry of the
 * police or information that was given.
 */
@Component
class AssistanceFollowing implements Following {

    private static final String PRESERVATION = "preservation";

    /** Whose requests may lead to one for assistance. */
    static final Set<String> FOLLOWED = Set.of(PRESERVATION, "inquiry", "spontaneous");

    private final AssistanceComposition composition;
    private final Threads threads;

    AssistanceFollowing(AssistanceComposition composition, Threads threads) {
        this.composition = composition;
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return Assistance.ID;
    }

    @Override
    public Set<String> follows() {
        return FOLLOWED;
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
        var opening = threads.opening(row.thread());
        opening.ifPresent(it -> body.putAll(AssistanceRequestRules.carriedOver(it.body())));
        if (opening.filter(it -> !it.envelope().role().equals(row.ourRole().word()))
                .isPresent()) {
            theirs(body);
        } else {
            // On whose behalf it was asked conducts the proceeding; the central authority asks.
            body.put("conductedBy", body.getOrDefault("authority", ""));
        }
        body.put("authority", central);
        if (row.law().equals(PRESERVATION)) {
            preserved(row, body);
        } else {
            opening.ifPresent(it -> told(row, new BodyFields(it.body()), body));
        }
        return RequestBody.clean(body);
    }

    /** Their own case is the other one's now. */
    private static void theirs(Map<String, Object> body) {
        var theirs = body.getOrDefault("ourCase", "");
        body.put("ourCase", body.getOrDefault("theirCase", ""));
        body.put("theirCase", theirs);
    }

    private void preserved(RequestRow row, Map<String, Object> body) {
        body.put(PRESERVATION, row.reference());
        body.put("preservedUntil", row.until() == null ? "" : row.until().toString());
        var report = new BodyFields(newest(row.thread(), "report-preserved"));
        body.put("preserved", report.text("kept"));
        body.put("providerReference", report.text("providerReference"));
    }

    /** What the police asked, or what was told without being asked, in the words of it. */
    private void told(RequestRow row, BodyFields said, Map<String, Object> body) {
        var given = new BodyFields(newest(row.thread(), "give"));
        body.put(
                "facts",
                Stream.of(said.text("facts"), said.text("information"), given.text("information"))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("\n\n")));
        body.put("concerned", said.text("concerned").isEmpty() ? given.text("concerned") : said.text("concerned"));
        body.put("assistance", said.text("question"));
    }

    /** The newest of these that has effect. */
    private Map<String, Object> newest(String thread, String type) {
        return threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(type) && Entry.EFFECTIVE.equals(it.effect()))
                .reduce((earlier, later) -> later)
                .map(KeptAct::body)
                .orElse(Map.of());
    }
}
