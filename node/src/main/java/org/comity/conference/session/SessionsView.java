package org.comity.conference.session;

import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;

/** All sessions, and the form that opens one. */
public record SessionsView(
        List<ConferenceSession> sessions,
        boolean mayWrite,
        boolean elsewhere,
        FormProblems problems,
        Map<String, String> typed) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
