package org.comity.conference.accreditation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.accreditation.ObserverApplication.Objection;
import org.comity.ui.FormProblems;

/**
 * One application.
 *
 * @param seen objections as this reader sees them
 */
public record ApplicationView(
        ObserverApplication application,
        List<Objection> seen,
        Map<String, String> names,
        LocalDate today,
        boolean mayWrite,
        FormProblems problems,
        Map<String, String> typed) {

    public ObserverApplication.Next next() {
        return application.next(today);
    }

    public String here() {
        return "/conference/observers/" + application.id();
    }

    public String name(String voice) {
        return names.getOrDefault(voice, voice);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
