package org.comity.cooperation.preservation;

import static org.comity.cooperation.form.FieldSections.add;
import static org.comity.cooperation.form.FieldSections.moment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.Identifier;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the acts of a preservation read, labelled with the letters of the governing instrument. */
@Component
class PreservationRendering implements ActRendering {

    static final Set<String> ONE_OFFICER = Set.of("acknowledge", "ask", "answer", "complete", "proceed", "warn");

    private final Words words;
    private final Convention convention;
    private final FieldSections fields;

    PreservationRendering(Words words, Convention convention) {
        this.words = words;
        this.convention = convention;
        this.fields = new FieldSections(PreservationActFields.TABLE, words, convention);
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public Set<String> oneOfficer() {
        return ONE_OFFICER;
    }

    @Override
    public String headline(String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var until = facts.get("until");
        return say(language, "preservation.headline." + type, "until", until == null ? "" : day(until, language));
    }

    @Override
    public String subject(Map<String, Object> openingBody, Locale language) {
        var request = PreservationRequest.of(openingBody);
        if (request.identifiers().isEmpty() && !request.facts().isBlank()) {
            return say(language, "preservation.subject-facts", "facts", FieldSections.inShort(request.facts()));
        }
        var kinds =
                request.identifiers().stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        return say(
                language, "preservation.subject", "count", request.identifiers().size(), "kind", kind);
    }

    @Override
    public List<Section> sections(
            String edition,
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Locale language) {
        var sections = type.equals("request")
                ? new PreservationSections(words, convention, law(edition), PreservationRequest.of(body), language)
                        .all()
                : answer(edition, type, facts, body, language);
        fields.envelope(sections, facts, language);
        fields.rest(sections, body, known(type, body), language);
        return sections;
    }

    private ProcedureLaw law(String edition) {
        return convention.law("preservation", edition).orElseThrow();
    }

    /** Keys that have their line. */
    private static Set<String> known(String type, Map<String, Object> body) {
        if (type.equals("request")) {
            return FieldSections.withReason(PreservationRequest.keys(), body);
        }
        var known = new HashSet<>(Set.of(FieldSections.LETTER_REFERENCE));
        PreservationActFields.TABLE.of(type).stream().map(ActField::key).forEach(known::add);
        return known;
    }

    private List<Section> answer(
            String edition, String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var sections = new ArrayList<>(fields.of(edition, type, body, language));
        if (facts.containsKey("until")) {
            add(sections, fields.label("until", language), moment(Instant.parse(facts.get("until")), language));
        }
        if (body.get(FieldSections.LETTER_REFERENCE) instanceof String reference) {
            add(sections, fields.label("theirReference", language), reference);
        }
        return sections;
    }

    private String say(Locale language, String key, Object... named) {
        return words.say(Language.of(language.getLanguage()).orElse(Language.ENGLISH), key, named);
    }

    private static String day(String instant, Locale language) {
        return FieldSections.day(Instant.parse(instant).atOffset(ZoneOffset.UTC).toLocalDate(), language);
    }
}
