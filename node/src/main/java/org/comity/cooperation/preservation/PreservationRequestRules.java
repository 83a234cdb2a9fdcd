package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.FieldKey;
import org.comity.cooperation.form.Identifier;

/** Checks what Art. 42(3) asks of a request, letter by letter, and lists what of it is missing. */
final class PreservationRequestRules {

    /** What the law may ask, by the letter under which {@link Missing} speaks of it here, in the order of the pages. */
    static final Map<String, FieldKey> ASKED = asked();

    /** What an emergency request may leave out, by the keys of what is missing; {@code complete} says which it fills. */
    static final List<String> GAPS = List.of(
            "offence", "facts", "data-classes", "ip-time", "ip-zone", "period-reversed", "link", "necessity", "intent");

    static final int SHORTEST_DAYS = 60;
    static final int LONGEST_DAYS = 1826;
    static final String BASIS = "instrument";
    private static final int LONGEST_TEXT = 8000;

    private PreservationRequestRules() {}

    private static Map<String, FieldKey> asked() {
        var asked = new LinkedHashMap<String, FieldKey>();
        asked.put("a", FieldKey.AUTHORITY);
        asked.put("b", FieldKey.OFFENCE);
        asked.put("scope", FieldKey.SCOPE);
        asked.put("c", FieldKey.DATA);
        asked.put("d", FieldKey.CUSTODIAN);
        asked.put("e", FieldKey.NECESSITY);
        asked.put("f", FieldKey.INTENT);
        asked.put("g", FieldKey.CONFIDENTIALITY);
        return Collections.unmodifiableMap(asked);
    }

    /**
     * @param letter of {@link #ASKED}; {@link #BASIS} for the instrument and what it rests on
     * @param key stable; {@link #message} says what to do
     * @param line of the identifiers, from 1; 0 when it is not about a line
     */
    record Missing(String letter, String key, int line) {
        Missing(String letter, String key) {
            this(letter, key, 0);
        }

        /** What to do about it. */
        String message() {
            return (letter.equals(BASIS) ? "basis" : "preservation") + ".missing." + key;
        }
    }

    static List<Missing> missing(PreservationRequest request) {
        var missing = basis(request);
        need(missing, "a", "authority", request.authority());
        if (request.offences().isEmpty() && request.offence().isEmpty()) {
            missing.add(new Missing("b", "offence"));
        }
        need(missing, "b", "facts", request.facts());
        if (request.dataClasses().isEmpty()) {
            missing.add(new Missing("c", "data-classes"));
        }
        identifiers(missing, request.identifiers());
        if (request.from() != null && request.until() != null && request.until().isBefore(request.from())) {
            missing.add(new Missing("c", "period-reversed"));
        }
        need(missing, "c", "link", request.link());
        need(missing, "e", "necessity", request.necessity());
        if (!request.intent()) {
            missing.add(new Missing("f", "intent"));
        }
        return missing;
    }

    /** In an emergency (Art. 2(o)) a request goes with what is known: only these are never left out. */
    static List<Missing> missingInEmergency(PreservationRequest request) {
        var missing = basis(request);
        need(missing, "a", "authority", request.authority());
        need(missing, "b", "emergency-reason", request.emergencyReason());
        if (request.identifiers().isEmpty()) {
            missing.add(new Missing("c", "identifiers"));
        }
        return missing;
    }

    /** Asked in an emergency too. */
    private static List<Missing> basis(PreservationRequest request) {
        var missing = new ArrayList<Missing>();
        request.basis().missing(request.instrument()).forEach(it -> missing.add(new Missing(BASIS, it)));
        return missing;
    }

    static boolean tooLong(PreservationRequest request) {
        return List.of(request.facts(), request.link(), request.necessity(), request.offence(), request.authority())
                .stream()
                .anyMatch(it -> it.length() > LONGEST_TEXT);
    }

    private static void identifiers(List<Missing> missing, List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            missing.add(new Missing("c", "identifiers"));
        }
        for (int line = 1; line <= identifiers.size(); line++) {
            var identifier = identifiers.get(line - 1);
            if (identifier.lacksTime()) {
                missing.add(new Missing("c", "ip-time", line));
            } else if (identifier.lacksZone()) {
                missing.add(new Missing("c", "ip-zone", line));
            }
        }
    }

    private static void need(List<Missing> missing, String letter, String key, String value) {
        if (value.isBlank()) {
            missing.add(new Missing(letter, key));
        }
    }
}
