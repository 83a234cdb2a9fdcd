package org.comity.cooperation.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.cooperation.ActForms;
import org.springframework.stereotype.Component;

/** The forms of each procedure, found by its name and version. */
@Component
class FormsOfProcedures {

    private final Map<String, ActForms> forms;

    FormsOfProcedures(List<ActForms> forms) {
        this.forms = forms.stream().collect(Collectors.toMap(ActForms::procedure, Function.identity()));
    }

    /** What may be asked by letter, e.g. {@code preservation}; the commonest first. */
    List<String> laws() {
        return forms.keySet().stream()
                .map(FormsOfProcedures::law)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** @param law the procedure as the law data name it */
    ActForms ofLaw(String law) {
        return forms.values().stream()
                .filter(it -> law(it.procedure()).equals(law))
                .findFirst()
                .orElseThrow(() -> PaperRefused.unknown(law));
    }

    private static String law(String procedure) {
        return procedure.substring(0, procedure.indexOf('/'));
    }

    /** @param procedure e.g. {@code preservation/1} */
    ActForms of(String procedure) {
        var found = forms.get(procedure);
        if (found == null) {
            throw PaperRefused.unknown(procedure);
        }
        return found;
    }
}
