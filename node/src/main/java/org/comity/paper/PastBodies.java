package org.comity.paper;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.directory.Participant;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActForms.Written;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.PastStep;
import org.comity.procedure.form.OtherBasis;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** What the acts of a past request say, as far as a row of the file tells it. */
@Component
class PastBodies {

    private static final String FACTS = "facts";
    private static final String KNOWN = ".0.known";

    /**
     * The instrument that governs a row.
     *
     * @param id as the body names it
     * @param basis its name in words where it is none that is offered here; empty otherwise
     */
    record Governing(String id, String basis, List<PastRequest.Wrong> wrong) {}

    /** One that is offered, by its id; any other name is what the State rests on, in its own words. */
    Governing instrument(PastRequest past, KnownProcedure asked) {
        var offered = asked.forms().fields(asked.opening(), null, Language.of(Locale.ENGLISH)).stream()
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

    Written opening(PastRequest past, KnownProcedure asked, Participant other) {
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
        typed.add(summarised(asked, typed.keySet()), past.get("summary"));
        asked.forms()
                .past()
                .getOrDefault(PastStep.ASKED, List.of())
                .forEach(it -> it.said().forEach(typed::add));
        typed.add("identifiers", past.get("identifiers").replace(";", "\n"));
        var written = asked.forms().read(asked.opening(), typed, null);
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", past.get("number"));
        return new Written(body, written.facts());
    }

    /** Takes what it was about: the facts, else a text that the form needs, what is known of a person, a line that it needs, or any text. */
    private static String summarised(KnownProcedure asked, Set<String> typed) {
        var fields = asked.forms().fields(asked.opening(), null, Language.of(Locale.ENGLISH));
        var texts =
                fields.stream().filter(it -> it.kind() == ActForms.Kind.TEXT).toList();
        return Stream.of(
                        texts.stream().filter(it -> it.key().equals(FACTS)),
                        texts.stream().filter(it -> it.needed() && !it.key().contains(".")),
                        texts.stream().filter(it -> it.key().endsWith(KNOWN)),
                        fields.stream()
                                .filter(it -> it.kind() == ActForms.Kind.LINE
                                        && it.needed()
                                        && !it.key().contains(".")
                                        && !typed.contains(it.key())),
                        texts.stream().filter(it -> !it.key().contains(".")))
                .flatMap(it -> it)
                .map(ActForms.Field::key)
                .findFirst()
                .orElse(FACTS);
    }

    Map<String, Object> step(PastRequest past, PastStep step) {
        return step.channel()
                ? Map.of("letterReference", past.get("number"), "channel", past.get("channel"))
                : Map.of("letterReference", past.get("number"));
    }

    /**
     * What the fold needs of the n-th step: an end is the last second of its day, UTC.
     *
     * @param recorded ids of the steps before, by type
     */
    Map<String, String> facts(PastRequest past, int n, Map<String, String> recorded) {
        var end = PastSteps.end(past.steps(), n)
                .map(it -> PaperArrival.day(past.get(it)))
                .map(it -> it.atTime(23, 59, 59).toInstant(ZoneOffset.UTC).toString())
                .orElse("");
        return past.steps()
                .get(n)
                .facts(
                        end,
                        types -> recorded.entrySet().stream()
                                .filter(it -> types.contains(it.getKey()))
                                .map(Map.Entry::getValue)
                                .reduce((_, newer) -> newer));
    }
}
