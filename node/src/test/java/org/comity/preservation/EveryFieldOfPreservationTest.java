package org.comity.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.procedure.ActRendering;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.form.EveryFieldOfActs;
import org.comity.procedure.form.EverySaying;
import org.comity.procedure.form.EverySaying.Saying;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.OtherBasis;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an act of Art. 42 says is what its reader sees: in preview, approval, thread, letter and PDF. */
@Tag("long")
class EveryFieldOfPreservationTest extends EveryFieldOfActs {

    private static final EverySaying EVERY = every();

    private final ActRendering rendering = PracticePreservation.rendering(WORDS);

    EveryFieldOfPreservationTest() {
        super(EVERY, PracticeFiles.keys(Preservation.ID), Preservation.ID);
    }

    @Override
    protected ActRendering rendering() {
        return rendering;
    }

    static Stream<Saying> sayings() {
        return EVERY.all().stream();
    }

    /** A newer node may say more than we know; it is signed, so it is shown. */
    @Test
    void what_this_node_does_not_know_is_shown_by_its_key() {
        var sections =
                rendering.sections("uncc/2", null, "ask", Map.of(), Map.of("hurry", "very"), Language.ENGLISH.locale());

        assertThat(sections).containsExactly(new Section("Also in this act", List.of("hurry: very")));
        assertThat(rendering.sections(
                        "uncc/2",
                        null,
                        REQUEST,
                        Map.of(),
                        request(Map.of("emergencyReason", "A child.")),
                        Language.ENGLISH.locale()))
                .contains(new Section("Also in this act", List.of("emergencyReason: A child.")));
    }

    @Test
    void what_an_emergency_leaves_out_is_a_fact_and_no_reproach() {
        var body = request(Map.of(
                "instrument",
                "uncc",
                "authority",
                "Desk",
                "emergency",
                true,
                "emergencyReason",
                "A child.",
                "identifiers",
                List.of(Identifier.parse("192.0.2.1 2027-03-01 10:00").json())));

        var gaps = rendering
                .sections("uncc/2", null, REQUEST, Map.of(), body, Language.ENGLISH.locale())
                .getLast();

        assertThat(gaps.label()).isEqualTo("To be completed");
        assertThat(gaps.paragraphs())
                .contains("Not known yet: kind of data", "Not known yet: line 1: in which time zone")
                .allMatch(it -> it.startsWith("Not known yet: "));
    }

    /** Every key that an emergency may leave open is told in words. */
    @Test
    void each_gap_has_its_words() {
        PracticeFiles.gaps(Preservation.ID)
                .forEach(gap -> WORDS.languages()
                        .forEach(it -> assertThat(WORDS.has(it.tag(), "preservation.gap." + gap))
                                .as(gap)
                                .isTrue()));
    }

    private static EverySaying every() {
        var every = new EverySaying(PracticeFiles.table(Preservation.ID), WORDS, LAW).fields();
        says(
                every,
                Map.of("scope", "evidence-of-offence"),
                it -> List.of(LAW.law("preservation", "uncc/2")
                        .flatMap(law -> law.scope("evidence-of-offence"))
                        .orElseThrow()
                        .text()
                        .in(it.tag())));
        says(
                every,
                Map.of("penaltyMonths", 60),
                it -> List.of(WORDS.say(it, "preservation.print.penaltyMonths", "value", 60)));
        for (var key : List.of(
                "authority",
                "ourCase",
                "theirCase",
                "offence",
                "facts",
                "link",
                "custodian",
                "location",
                "necessity",
                "callBack")) {
            says(every, Map.of(key, "Said of " + key), it -> List.of("Said of " + key));
        }
        LAW.instruments()
                .forEach(instrument -> says(
                        every,
                        Map.of("instrument", instrument.id(), "facts", instrument.edition()),
                        it -> List.of(instrument.name().in(it.tag()))));
        for (var kind : OtherBasis.KINDS) {
            says(
                    every,
                    Map.of(
                            "instrument",
                            "other",
                            OtherBasis.KIND,
                            kind,
                            OtherBasis.TITLE,
                            "Treaty of Velin",
                            OtherBasis.ARTICLE,
                            "7 bis"),
                    it -> List.of("Treaty of Velin", "7 bis", every.word(it, "basis.kind." + kind)));
        }
        LAW.offences(LAW.newest(Convention.UNCC).orElseThrow().edition())
                .forEach(offence -> says(
                        every,
                        Map.of("offences", List.of(offence.article())),
                        it -> List.of(offence.article(), offence.title().in(it.tag()))));
        for (var stage : List.of("investigation", "prosecution", "judicial")) {
            says(every, Map.of("stage", stage), it -> List.of(every.word(it, "preservation.option.stage." + stage)));
        }
        for (var data : List.of("subscriber", "traffic", "content")) {
            says(
                    every,
                    Map.of("dataClasses", List.of(data)),
                    it -> List.of(every.word(it, "preservation.option.dataClasses." + data)));
        }
        for (var kind : Identifier.Kind.values()) {
            says(
                    every,
                    Map.of(
                            "identifiers",
                            List.of(new Identifier(kind, "value-of-" + kind, "2027-03-01T10:00", "UTC").json())),
                    it -> List.of(
                            every.word(it, "preservation.kind." + kind.word()),
                            "value-of-" + kind,
                            "2027-03-01 10:00 UTC"));
        }
        for (var key : List.of("from", "until", "answerBy", "completeBy")) {
            says(
                    every,
                    Map.of(key, "2027-03-09T08:07:06Z"),
                    it -> List.of(FieldSections.moment(Instant.parse("2027-03-09T08:07:06Z"), it.locale())));
        }
        says(
                every,
                Map.of("from", "2027-03-09T08:07:06Z", "until", "2027-03-10T00:00:00Z"),
                it -> List.of(FieldSections.moment(Instant.parse("2027-03-10T00:00:00Z"), it.locale())));
        says(
                every,
                Map.of("intent", true),
                it -> List.of(every.word(it, "preservation.print.intent", "followUp", "none")));
        says(
                every,
                Map.of("followUp", "2027-03-09"),
                it -> List.of(FieldSections.day(LocalDate.of(2027, 3, 9), it.locale())));
        says(
                every,
                Map.of("intent", true, "followUp", "2027-03-09"),
                it -> List.of(FieldSections.day(LocalDate.of(2027, 3, 9), it.locale())));
        says(every, Map.of("secret", true), it -> List.of(every.word(it, "preservation.print.secret")));
        says(every, Map.of("doNotNotify", true), it -> List.of(every.word(it, "preservation.print.doNotNotify")));
        says(
                every,
                Map.of("daysAsked", 90),
                it -> List.of(every.word(it, "preservation.print.daysAsked", "value", 90)));
        says(every, Map.of("emergency", true, "emergencyReason", "A child."), it -> List.of("2(o)", "A child."));
        says(every, Map.of("phonedFirst", true), it -> List.of(every.word(it, "compose.phone.first")));
        says(every, Map.of("continues", "XA-2027-000007"), it -> List.of("XA-2027-000007"));
        for (var type : List.of("report-preserved", "extend", "expire")) {
            every.with(
                    null,
                    type,
                    Map.of("until", "2027-05-08T08:07:06Z"),
                    Map.of(),
                    it -> List.of(FieldSections.moment(Instant.parse("2027-05-08T08:07:06Z"), it.locale())));
        }
        for (var channel : List.of("mail", "phone", "bag", "interpol", "hand")) {
            every.with(
                    null,
                    "ask",
                    Map.of("channel", channel),
                    Map.of(),
                    it -> List.of(every.word(it, "paper.channel." + channel)));
        }
        every.with("acknowledge", Map.of("letterReference", "Their 7/27"), it -> List.of("Their 7/27"));
        return every;
    }

    private static void says(EverySaying every, Map<String, Object> said, Function<Language, List<String>> shown) {
        every.with(null, REQUEST, Map.of(), request(said), shown);
    }

    private static Map<String, Object> request(Map<String, Object> said) {
        var body = new HashMap<String, Object>(Map.of("instrument", "uncc"));
        body.putAll(said);
        return body;
    }
}
