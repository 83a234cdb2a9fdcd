package org.comity.cooperation.paper;

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

    /** @param procedure e.g. {@code preservation/1} */
    ActForms of(String procedure) {
        var found = forms.get(procedure);
        if (found == null) {
            throw PaperRefused.unknown(procedure);
        }
        return found;
    }
}
