package org.comity.cooperation.paper;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.KnownProcedure;
import org.comity.cooperation.form.OtherBasis;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** What the acts of a past request say, as far as a row of the file tells it. */
@Component
class PastBodies {

    /**
     * The instrument that governs a row.
     *
     * @param id as the body names it
     * @param basis its name in words where it is none that is offered here; empty otherwise
     */
    record Governing(String id, String basis, List<PastRequest.Wrong> wrong) {}

    /** One that is offered, by its id; any other name is what the State rests on, in its own words. */
    Governing instrument(PastRequest past, KnownProcedure asked) {
        var offered = asked.forms().fields(asked.opening(), null, PaperWords.language(Locale.ENGLISH)).stream()
                .filter(it -> it.key().equals("instrument"))
                .flatMap(it -> it.options().stream())
                .map(Choice::value)
                .filter(it -> !it.equals(Convention.OTHER))
                .toList();
        var named = past.get("instrument");
        if (offered.contains(named)) {
            return new Governing(named, "", List.of());
        }
        if (named.isEmpty()) {
            return offered.isEmpty()
                    ? new Governing("", "", List.of(new PastRequest.Wrong("empty", "instrument")))
                    : new Governing(offered.getFirst(), "", List.of());
        }
        var wrong = new ArrayList<PastRequest.Wrong>();
        if (named.matches("[a-z]+")) {
            wrong.add(new PastRequest.Wrong("unknown", "instrument"));
        } else if (named.length() > OtherBasis.LONGEST) {
            wrong.add(new PastRequest.Wrong("long", "instrument"));
        } else if (!OtherBasis.KINDS.contains(past.get("basis_kind"))) {
            wrong.add(new PastRequest.Wrong(past.get("basis_kind").isEmpty() ? "empty" : "unknown", "basis_kind"));
        }
        return new Governing(Convention.OTHER, named, wrong);
    }

    Map<String, Object> opening(PastRequest past, KnownProcedure asked, Participant other) {
        var governing = instrument(past, asked);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("instrument", governing.id());
        if (!governing.basis().isEmpty()) {
            typed.add(OtherBasis.KIND, past.get("basis_kind"));
            typed.add(OtherBasis.TITLE, governing.basis());
        }
        if (!past.askedByUs()) {
            typed.add("authority", other.speaker("contact-point"));
        }
        typed.add("ourCase", past.askedByUs() ? past.get("our_case") : past.get("their_case"));
        typed.add("theirCase", past.askedByUs() ? past.get("their_case") : past.get("our_case"));
        typed.add("facts", past.get("summary"));
        typed.add("identifiers", past.get("identifiers").replace(";", "\n"));
        var body = new LinkedHashMap<>(
                asked.forms().read(asked.opening(), typed, null).body());
        body.put("letterReference", past.get("number"));
        return body;
    }

    Map<String, Object> step(PastRequest past, String type) {
        return type.equals("hold")
                ? Map.of("letterReference", past.get("number"), "channel", past.get("channel"))
                : Map.of("letterReference", past.get("number"));
    }

    /** What the fold needs: an end at the last second of its day, UTC, and that a delivery was whole. */
    Map<String, String> facts(PastRequest past, String type) {
        if (type.equals("deliver")) {
            return Map.of("part", "whole");
        }
        return PastSteps.end(type, past.steps())
                .map(it -> PaperArrival.day(past.get(it)))
                .map(it -> Map.of(
                        "until", it.atTime(23, 59, 59).toInstant(ZoneOffset.UTC).toString()))
                .orElse(Map.of());
    }
}
