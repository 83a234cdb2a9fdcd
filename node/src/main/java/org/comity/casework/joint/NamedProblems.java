package org.comity.casework.joint;

import java.util.Map;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.table.Membership;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** Names the field in each problem of a form of a joint thread. */
record NamedProblems(Words words) {

    /** What is empty is told with the name of its field: not one line alike for each. */
    FormProblems named(FormProblems problems, JointProcedure procedure, String type, Language language) {
        return new FormProblems(problems.all().stream()
                .map(it -> {
                    if (!it.key().equals("joint.needed")) return it;
                    var field = it.field().replaceAll("[.][0-9]+", "");
                    var own = procedure.law() + ".of-" + type + "." + field;
                    var law = Membership.TYPES.contains(type) ? "joint" : procedure.law();
                    var label = words.has("en", own) ? own : law + ".field." + field;
                    return new FormProblems.Problem(
                            it.field(), "joint.needed.field", Map.of("field", words.say(language, label)));
                })
                .toList());
    }
}
