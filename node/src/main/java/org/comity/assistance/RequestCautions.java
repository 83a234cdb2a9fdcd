package org.comity.assistance;

import static org.comity.assistance.RequestBody.SECTIONS;

import java.util.ArrayList;
import java.util.List;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.BodyFields;

/** Points out what the treaty asks of a request and the State decides; never a reason to refuse it. */
record RequestCautions(ProcedureLaw law) {

    List<Pointed> of(BodyFields request) {
        var pointed = new ArrayList<Pointed>();
        law.scope(request.text("scope"))
                .filter(it -> it.leastMonths() != null && request.number("penaltyMonths", 0) < it.leastMonths())
                .ifPresent(it -> pointed.add(new Pointed("assistance.caution.penalty-below", it.ref())));
        if (SECTIONS.chosen(request, "transfer")
                && !request.text("transferConsent").equals("given")) {
            Assistance.caution(law, "transfer-without-consent", "transfer-consent")
                    .ifPresent(pointed::add);
        }
        if (request.instant("answerBy") != null
                && request.text("deadlineReasons").isEmpty()) {
            Assistance.caution(law, "deadline-without-reasons", "timely").ifPresent(pointed::add);
        }
        return pointed;
    }
}
