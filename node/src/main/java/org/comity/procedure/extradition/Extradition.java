package org.comity.procedure.extradition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GoverningLaw;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points out a thin file and a penalty below the minimum; begins with whom another request concerned. */
@Component
class Extradition implements Particulars {

    private static final Set<String> USUAL = Set.of("identity", "facts", "law", "penalty", "limitation", "nationality");
    private static final Set<String> TITLE = Set.of("warrant", "judgment");

    private final Convention convention;
    private final Editions editions;
    private final Threads threads;

    Extradition(Convention convention, Editions editions, Threads threads) {
        this.convention = convention;
        this.editions = editions;
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return "extradition/1";
    }

    /** Free text about whom it concerned is what is known of the person, until an officer puts it in order; another scope is none here. */
    @Override
    public Map<String, Object> begunFrom(RequestRow followed, Map<String, Object> begun) {
        var whole = new HashMap<>(begun);
        whole.put("scope", "");
        var concerned = new BodyFields(
                        threads.opening(followed.thread()).map(KeptAct::body).orElse(Map.of()))
                .text("concerned");
        if (!concerned.isEmpty() && new BodyFields(begun).maps("person").isEmpty()) {
            whole.put("person", List.of(Map.of("known", concerned)));
        }
        return whole;
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        var said = new BodyFields(body);
        var law = row == null
                ? new GoverningLaw(convention).of("extradition", body)
                : convention.law("extradition", editions.ofThread(row.thread())).orElseThrow();
        var pointed = new ArrayList<Pointed>();
        boolean whole = type.equals("submit") || said.text("asked").equals("extradition");
        var holds = Set.copyOf(said.texts("holds"));
        if (whole && !(holds.containsAll(USUAL) && TITLE.stream().anyMatch(holds::contains))) {
            pointed.add(new Pointed("extradition.caution.file", ""));
        }
        law.scope(said.text("scope"))
                .filter(it -> it.leastMonths() != null && said.number("penaltyMonths", 0) < it.leastMonths())
                .ifPresent(it -> pointed.add(new Pointed("extradition.caution.minimum", it.ref())));
        return pointed;
    }
}
