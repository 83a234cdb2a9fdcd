package org.comity.cooperation.preservation;

import static org.comity.cooperation.form.FieldSections.add;
import static org.comity.cooperation.form.FieldSections.moment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.form.BasisLines;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.Identifier;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** How the acts of procedure 42 read, labelled with the treaty's letters. */
@Component
class PreservationRendering implements ActRendering {

    static final Set<String> ONE_OFFICER = Set.of("acknowledge", "ask", "answer", "complete", "proceed", "warn");

    private static final int SHORT = 80;

    private final Words words;
    private final Convention convention;
    private final FieldSections fields;

    PreservationRendering(Words words, Convention convention) {
        this.words = words;
        this.convention = convention;
        this.fields = new FieldSections(ActFields.TABLE, words, convention);
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
    public String headline(
            String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var until = facts.get("until");
        return say(language, "preservation.headline." + type, "until", until == null ? "" : day(until, language));
    }

    @Override
    public String subject(Map<String, Object> openingBody, Locale language) {
        var request = Request.of(openingBody);
        if (request.identifiers().isEmpty() && !request.facts().isBlank()) {
            return say(language, "preservation.subject-facts", "facts", inShort(request.facts()));
        }
        var kinds = request.identifiers().stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        return say(language, "preservation.subject", "count", request.identifiers().size(), "kind", kind);
    }

    /** What came from an older list, or in haste, names nothing yet: its first words tell it from the others. */
    private static String inShort(String facts) {
        var line = facts.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)).stripTrailing() + "…";
    }

    @Override
    public List<Section> sections(
            String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        return type.equals("request") ? request(Request.of(body), language) : answer(type, facts, body, language);
    }

    private List<Section> request(Request request, Locale language) {
        var sections = new ArrayList<Section>();
        var instrument = convention.newest(request.instrument());
        add(sections, say(language, "preservation.label.instrument"), basis(request, instrument, language));
        add(sections, say(language, "preservation.label.continues"), request.continues());
        if (request.emergency()) {
            add(sections, say(language, request.form() ? "basis.emergency" : "preservation.label.emergency"), request.emergencyReason());
        }
        if (request.phonedFirst()) {
            add(sections, say(language, "compose.phone.label"), say(language, "compose.phone.first"));
        }
        add(sections, label(request, "a", "authority", language), request.authority(), named(language, "preservation.our-case", request.ourCase()));
        add(sections, label(request, "b", "offence", language), offences(request, language), request.offence(), request.facts());
        add(sections, label(request, "c", "data", language), data(request, language));
        add(sections, label(request, "c", "link", language), request.link());
        add(sections, label(request, "d", "custodian", language), request.custodian(), request.location());
        add(sections, label(request, "e", "necessity", language), request.necessity());
        add(sections, label(request, "f", "follow-up", language), followUp(request, language));
        add(sections, label(request, "g", "confidentiality", language), confidentiality(request, language));
        add(sections, say(language, "preservation.label.days-asked"), say(language, "preservation.days-asked", "days", request.daysAsked()));
        var gaps = RequestRules.missing(request).stream().map(it -> say(language, it.message(), "line", it.line())).distinct().toArray(String[]::new);
        if (request.emergency() && gaps.length > 0) {
            add(sections, say(language, "preservation.label.gaps"), gaps);
        }
        return sections;
    }

    private String[] basis(Request request, Optional<Instrument> instrument, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(instrument.map(it -> it.name().in(language.getLanguage())).orElse(request.instrument()));
        lines.addAll(new BasisLines(words, Language.of(language.getLanguage()).orElse(Language.ENGLISH)).of(request.basis()));
        return lines.toArray(String[]::new);
    }

    private String[] data(Request request, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(String.join(", ", request.dataClasses().stream().map(it -> say(language, "preservation.class." + it)).toList()));
        request.identifiers().forEach(it -> lines.add(say(language, "preservation.kind." + it.kind().word()) + ": " + it.line()));
        if (request.from() != null && request.until() != null) {
            lines.add(say(language, "preservation.period", "from", moment(request.from(), language), "until", moment(request.until(), language)));
        }
        return lines.toArray(String[]::new);
    }

    private String offences(Request request, Locale language) {
        var edition = convention.newest(Convention.UNCC).orElseThrow().edition();
        return String.join("; ", request.offences().stream()
                .flatMap(number -> convention.offences(edition).stream().filter(it -> it.article().equals(number)))
                .map(it -> say(language, "preservation.offence-of-article", "article", it.article(), "title", it.title().in(language.getLanguage())))
                .toList());
    }

    private String followUp(Request request, Locale language) {
        if (!request.intent()) {
            return "";
        }
        return request.followUp() == null
                ? say(language, "preservation.intent")
                : say(language, "preservation.intent-by", "day", day(request.followUp().atStartOfDay(ZoneOffset.UTC).toInstant().toString(), language));
    }

    private String[] confidentiality(Request request, Locale language) {
        var lines = new ArrayList<String>();
        if (request.secret()) lines.add(say(language, "preservation.secret"));
        if (request.doNotNotify()) lines.add(say(language, "preservation.do-not-notify"));
        return lines.toArray(String[]::new);
    }

    private List<Section> answer(
            String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var sections = new ArrayList<>(fields.of(type, body, language));
        if (facts.containsKey("until")) {
            add(sections, fields.label("until", language), moment(Instant.parse(facts.get("until")), language));
        }
        if (body.get("letterReference") instanceof String reference) {
            add(sections, fields.label("theirReference", language), reference);
        }
        return sections;
    }

    /** Under the treaty's letter, unless no treaty's article is claimed. */
    private String label(Request request, String letter, String key, Locale language) {
        if (request.form()) {
            return say(language, "preservation.label." + key);
        }
        return say(
                language,
                "preservation.lettered",
                "letter",
                say(language, "articles.letter." + letter),
                "label",
                say(language, "preservation.label." + key));
    }

    private String named(Locale language, String key, String value) {
        return value.isBlank() ? "" : say(language, key, "value", value);
    }

    private String say(Locale language, String key, Object... named) {
        return words.say(Language.of(language.getLanguage()).orElse(Language.ENGLISH), key, named);
    }

    private static String day(String instant, Locale language) {
        return FieldSections.day(Instant.parse(instant).atOffset(ZoneOffset.UTC).toLocalDate(), language);
    }
}
