package org.comity.cooperation.preservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.form.BasisLines;
import org.comity.cooperation.form.FieldSections;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/** Writes out a request for preservation: the items of the governing instrument under its letters, and what else it says. */
final class PreservationSections {

    private final Words words;
    private final Convention convention;
    private final ProcedureLaw law;
    private final PreservationRequest request;
    private final Locale locale;
    private final Language language;

    PreservationSections(
            Words words, Convention convention, ProcedureLaw law, PreservationRequest request, Locale locale) {
        this.words = words;
        this.convention = convention;
        this.law = law;
        this.request = request;
        this.locale = locale;
        this.language = Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
    }

    List<Section> all() {
        var sections = new ArrayList<Section>();
        var basis = new BasisLines(words, language);
        add(
                sections,
                say("preservation.label.instrument"),
                basis.of(request.basis(), convention, law, request.instrument()));
        add(sections, say("preservation.label.continues"), List.of(request.continues()));
        if (request.emergency()) {
            add(sections, basis.emergency(law), List.of(request.emergencyReason()));
        }
        add(sections, say("preservation.label.call-back"), List.of(request.callBack()));
        if (request.phonedFirst()) {
            add(sections, say("compose.phone.label"), List.of(say("compose.phone.first")));
        }
        add(
                sections,
                label(FieldKey.AUTHORITY, "authority"),
                List.of(
                        request.authority(),
                        named("preservation.our-case", request.ourCase()),
                        named("preservation.their-case", request.theirCase())));
        add(
                sections,
                label(FieldKey.OFFENCE, "offence"),
                List.of(offences(), request.offence(), request.facts(), stage()));
        add(sections, label(FieldKey.SCOPE, "scope"), List.of(scope(), penalty()));
        add(sections, label(FieldKey.DATA, "data"), data());
        add(sections, label(FieldKey.DATA, "link"), List.of(request.link()));
        add(sections, label(FieldKey.CUSTODIAN, "custodian"), List.of(request.custodian(), request.location()));
        add(sections, label(FieldKey.NECESSITY, "necessity"), List.of(request.necessity()));
        add(sections, label(FieldKey.INTENT, "follow-up"), List.of(followUp()));
        add(sections, label(FieldKey.CONFIDENTIALITY, "confidentiality"), confidentiality());
        add(
                sections,
                say("preservation.label.days-asked"),
                List.of(say("preservation.days-asked", "days", request.daysAsked())));
        var answerBy = request.answerBy();
        add(
                sections,
                say("compose.answer-by"),
                List.of(answerBy == null ? "" : FieldSections.dayOrMoment(answerBy, locale)));
        if (request.emergency()) {
            add(sections, say("preservation.label.gaps"), gaps());
        }
        var completeBy = request.completeBy();
        if (completeBy != null) {
            add(sections, say("preservation.label.complete-by"), List.of(moment(completeBy)));
        }
        return sections;
    }

    private List<String> data() {
        var lines = new ArrayList<String>();
        lines.add(String.join(
                ", ",
                request.dataClasses().stream()
                        .map(it -> say("preservation.class." + it))
                        .toList()));
        request.identifiers()
                .forEach(it -> lines.add(say("preservation.kind." + it.kind().word()) + ": " + it.line()));
        lines.add(period(request.from(), request.until()));
        return lines;
    }

    private String period(@Nullable Instant from, @Nullable Instant until) {
        if (from == null || until == null) {
            return from != null
                    ? say("preservation.period-from", "from", moment(from))
                    : until != null ? say("preservation.period-until", "until", moment(until)) : "";
        }
        return say("preservation.period", "from", moment(from), "until", moment(until));
    }

    private String offences() {
        return String.join("; ", request.offences().stream().map(this::offence).toList());
    }

    private String offence(String number) {
        return convention.offences(law.edition()).stream()
                .filter(it -> it.article().equals(number))
                .findFirst()
                .map(it -> say(
                        "preservation.offence-of-article",
                        "article",
                        number,
                        "title",
                        it.title().in(language.tag())))
                .orElse(number);
    }

    /** What is said of it has its line, though this law does not ask it. */
    private String scope() {
        return law.scope(request.scope())
                .map(it -> it.text().in(language.tag()))
                .orElse(request.scope());
    }

    private String penalty() {
        return request.penaltyMonths() == 0 ? "" : say("assistance.penalty", "months", request.penaltyMonths());
    }

    private String stage() {
        return request.stage().isEmpty() ? "" : say("compose.stage") + ": " + say("compose.stage." + request.stage());
    }

    private String followUp() {
        var by = request.followUp();
        if (by != null) {
            var day = FieldSections.day(by, locale);
            return say(request.intent() ? "preservation.intent-by" : "preservation.follow-up-by", "day", day);
        }
        return request.intent() ? say("preservation.intent") : "";
    }

    private List<String> confidentiality() {
        return List.of(
                request.secret() ? say("preservation.secret") : "",
                request.doNotNotify() ? say("preservation.do-not-notify") : "");
    }

    /** What an emergency may leave out and has left out: facts, and no reproach. */
    private List<String> gaps() {
        var never = PreservationRequestRules.missingInEmergency(request);
        return PreservationRequestRules.missing(request).stream()
                .filter(it -> !never.contains(it))
                .map(it -> say("preservation.gap." + it.key(), "line", it.line()))
                .distinct()
                .toList();
    }

    /** Under the letter that the governing instrument gives it, if it gives it one. */
    private String label(FieldKey field, String key) {
        var label = say("preservation.label." + key);
        var letter = law.field(field).map(ProcedureLaw.Field::letter).orElse("");
        return letter.isEmpty()
                ? label
                : say("preservation.lettered", "letter", say("articles.letter." + letter), "label", label);
    }

    private String named(String key, String value) {
        return value.isBlank() ? "" : say(key, "value", value);
    }

    private String moment(Instant instant) {
        return FieldSections.moment(instant, locale);
    }

    private String say(String key, Object... named) {
        return words.say(language, key, named);
    }

    private static void add(List<Section> sections, String label, List<String> paragraphs) {
        FieldSections.add(sections, label, paragraphs.toArray(String[]::new));
    }
}
