package org.comity.cooperation.assistance;

import java.util.List;
import java.util.Map;
import org.comity.cooperation.Redirection;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.form.BodyFields;
import org.comity.ui.FormProblems;

/** What an act that we write still lacks beyond needed fields without a value. */
final class NeededInActs {

    private NeededInActs() {}

    static FormProblems problems(String type, BodyFields body, Map<String, String> facts) {
        var found = FormProblems.NONE;
        if (type.equals("ask")
                && body.texts("questions").isEmpty()
                && body.text("text").isEmpty()) {
            found = found.with("questions", "assistance.needed.questions");
        }
        if (type.equals("propose-conditions")) {
            found = assurances(body, found);
        }
        if (body.text("ground").equals(AssistanceActRules.OTHER)
                && body.text("words").isEmpty()) {
            found = found.with("words", "assistance.needed.words");
        }
        if (type.equals("ask-use")
                && body.text("use").equals("onward")
                && body.text("recipient").isEmpty()) {
            found = found.with("recipient", "assistance.needed.recipient");
        }
        if (type.equals(Acts.REDIRECT)) {
            var lacking = Redirection.lacking(body::text);
            found = lacking.isEmpty()
                    ? found
                    : found.with(lacking.get(), AssistanceProcedure.NAME + ".needed." + lacking.get());
        }
        return type.equals(CustodySteps.DELIVER) ? delivered(body, facts, found) : found;
    }

    private static FormProblems assurances(BodyFields body, FormProblems problems) {
        var found = problems;
        var rows = body.maps(AssistanceActFields.ASSURANCES);
        if (rows.isEmpty() && body.text("text").isEmpty()) {
            found = found.with("text", "assistance.needed.conditions");
        }
        for (int n = 0; n < rows.size(); n++) {
            for (var column : List.of("what", "by", "form")) {
                if (new BodyFields(rows.get(n)).text(column).isEmpty()) {
                    found = found.with(
                            "%s.%d.%s".formatted(AssistanceActFields.ASSURANCES, n, column),
                            "assistance.needed.assurances." + column,
                            "n",
                            Integer.toString(n + 1));
                }
            }
        }
        return found;
    }

    private static FormProblems delivered(BodyFields body, Map<String, String> facts, FormProblems problems) {
        var found = problems;
        if (CustodySteps.PARTIAL.equals(facts.get(CustodySteps.PART))
                && body.text("notDelivered").isEmpty()) {
            found = found.with("notDelivered", "assistance.needed.notDelivered");
        }
        if (body.text("certificate").equals("here") && body.text("certified").isEmpty()) {
            found = found.with("certified", "assistance.needed.certified");
        }
        var rows = body.maps(AssistanceActFields.FORMALITIES);
        for (int n = 0; n < rows.size(); n++) {
            if (new BodyFields(rows.get(n)).text("answer").isEmpty()) {
                found = found.with(
                        "%s.%d.answer".formatted(AssistanceActFields.FORMALITIES, n),
                        "assistance.needed.formalities.answer",
                        "n",
                        Integer.toString(n + 1));
            }
        }
        return found;
    }
}
