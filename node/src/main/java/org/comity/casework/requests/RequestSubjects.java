package org.comity.casework.requests;

import java.util.Map;
import java.util.TreeMap;
import org.comity.procedure.Procedures;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Puts into words what a request is about, in each language of the pages. */
@Component
class RequestSubjects {

    private final Procedures procedures;
    private final Words words;

    RequestSubjects(Procedures procedures, Words words) {
        this.procedures = procedures;
        this.words = words;
    }

    Map<String, String> of(String procedure, Map<String, Object> openingBody) {
        var subjects = new TreeMap<String, String>();
        for (var language : words.languages()) {
            subjects.put(language.tag(), procedures.of(procedure).rendering().subject(openingBody, language.locale()));
        }
        return subjects;
    }
}
