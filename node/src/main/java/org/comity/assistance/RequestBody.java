package org.comity.assistance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.FieldKey;
import org.comity.procedure.file.ChosenSections;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.OtherBasis;

/**
 * What a request for assistance says, key by key; unknown text is empty, never left out, so that a draft can be saved at
 * any point. {@link AssistanceRequestRules} says what is missing.
 */
final class RequestBody {

    /** In the reader's words, or one of the words that {@link AssistanceRequestRules} and the law data know. */
    private static final List<String> TEXTS = List.of(
            "instrument",
            "authority",
            "ourCase",
            "theirCase",
            "proceeding",
            "conductedBy",
            "stage",
            "facts",
            "assistance",
            "concerned",
            "purpose",
            "scope",
            "offence",
            "custodian",
            "location",
            "expedited",
            "deadlineReasons",
            "safeguards",
            "language",
            "emergencyReason",
            "preserved",
            "preservation",
            "providerReference");

    private static final List<String> LISTS = List.of("offences", "dataClasses", "measures", "formalities");

    /** ISO 8601, in UTC. */
    private static final List<String> INSTANTS = List.of("from", "until", "answerBy", "preservedUntil");

    private static final List<String> FLAGS = List.of("secret", "emergency", "phonedFirst");

    /** What is asked for, one section a purpose. */
    static final ChosenSections SECTIONS = ChosenSections.of(Assistance.ID);

    private RequestBody() {}

    /** Every key under which this request says something that has its line. */
    static Set<String> keys(Map<String, Object> body) {
        var keys = keys();
        keys.addAll(SECTIONS.keys(new BodyFields(body)));
        return keys;
    }

    /** Every key of any request but those of its sections. */
    static Set<String> keys() {
        var keys = new HashSet<>(clean(Map.of()).keySet());
        Stream.of(FieldKey.values()).flatMap(AssistanceRequestRules::keys).forEach(keys::add);
        return keys;
    }

    static Map<String, Object> empty(String instrument, String authority) {
        return clean(Map.of("instrument", instrument, "authority", authority, "stage", "investigation"));
    }

    static Map<String, Object> clean(Map<String, Object> json) {
        var read = new BodyFields(json);
        var clean = new LinkedHashMap<String, Object>();
        TEXTS.forEach(it -> clean.put(it, read.text(it)));
        LISTS.forEach(it -> clean.put(it, read.texts(it)));
        INSTANTS.forEach(it -> clean.put(it, read.instant(it) == null ? "" : read.text(it)));
        FLAGS.forEach(it -> clean.put(it, read.flag(it)));
        clean.put(
                "identifiers",
                read.maps("identifiers").stream()
                        .map(it -> Identifier.of(it).json())
                        .toList());
        clean.put("penaltyMonths", read.number("penaltyMonths", 0));
        OtherBasis.of(read).putInto(clean);
        SECTIONS.clean(read, clean);
        return clean;
    }

    /** Does the body say anything under one of these keys? */
    static boolean says(Map<String, Object> body, Stream<String> keys) {
        return keys.map(body::get)
                .anyMatch(it -> it instanceof String text && !text.isBlank()
                        || it instanceof List<?> list && !list.isEmpty()
                        || Boolean.TRUE.equals(it));
    }
}
