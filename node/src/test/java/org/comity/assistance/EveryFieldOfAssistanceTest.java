package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.ActRendering;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.form.EveryFieldOfActs;
import org.comity.procedure.form.EverySaying;
import org.comity.procedure.form.EverySaying.Saying;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.OtherBasis;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.item.ItemManifest;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an act of Art. 40 and 44 says is what its reader sees: in preview, approval, thread, letter and PDF. */
@Tag("long")
class EveryFieldOfAssistanceTest extends EveryFieldOfActs {

    private static final String THREAD = "11111111-1111-4111-8111-111111111111";
    private static final String ELSEWHERE = "22222222-2222-4222-8222-222222222222";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String CONDITIONS = "c".repeat(64);
    private static final String ASKED = "a".repeat(64);
    private static final String AGREED = "b".repeat(64);
    private static final String DELIVERED = "d".repeat(64);
    private static final ItemManifest OWN = new ItemManifest(
            "e".repeat(64),
            new ItemManifest.Payload("f".repeat(64), 70),
            new ItemManifest.Plain("9".repeat(64), 54),
            List.of());
    private static final String WRAPPED = "8".repeat(64);
    private static final EverySaying EVERY = every();

    private final Threads threads = mock();
    private final ItemsOfThread items = mock();
    private final ActRendering rendering = PracticeAssistance.rendering(threads, items, WORDS);

    @BeforeEach
    void said() {
        kept(
                CONDITIONS,
                3,
                "propose-conditions",
                Map.of(),
                Map.of(
                        "text",
                        "Only for case 7.",
                        "assurancesAsked",
                        List.of(Map.of("kind", "death-penalty", "by", "The minister"))));
        kept(ASKED, 5, "ask-use", Map.of(), Map.of("use", "onward", "recipient", "Customs", "text", "For case 8."));
        kept(AGREED, 6, "consent-use", Map.of("use", ASKED), Map.of("limits", "Customs alone."));
        kept(DELIVERED, 4, "deliver", Map.of("items", "2", "part", "partial"), Map.of("text", "Half of it."));
        var item = new Item(
                UUID.nameUUIDFromBytes(new byte[1]),
                "mails.zip",
                "seized/laptop",
                "application/zip",
                THREAD,
                54L,
                Item.State.MATCHED,
                NOON,
                "official",
                false,
                null,
                OWN);
        when(items.spokenOf(eq(THREAD), any())).thenReturn(Map.of(OWN.sha256(), item, WRAPPED, item));
    }

    EveryFieldOfAssistanceTest() {
        super(EVERY, PracticeFiles.keys(Assistance.ID), Assistance.ID);
    }

    @Override
    protected ActRendering rendering() {
        return rendering;
    }

    static Stream<Saying> sayings() {
        return EVERY.all().stream();
    }

    @Test
    void what_this_node_does_not_know_is_shown_by_its_key() {
        var sections = rendering.sections(
                "uncc/2", THREAD, "ask", Map.of(), Map.of("hurry", List.of("very")), Language.ENGLISH.locale());

        assertThat(sections).containsExactly(new Section("Also in this act", List.of("hurry: [very]")));
    }

    @Test
    void conditions_that_are_accepted_are_quoted_whole() {
        assertThat(lines("accept-conditions", Map.of("conditions", CONDITIONS), Map.of()))
                .containsExactly(
                        "Act 3: conditions proposed · 1 March 2027 12:00:00 UTC · Act cccccccccccc",
                        "In our words: “Only for case 7.”",
                        "Assurances asked: “No death penalty. By: The minister.”");
    }

    /** A hash that a counterpart writes must not bring the words of another case onto this page. */
    @Test
    void an_act_of_another_thread_is_never_quoted() {
        var elsewhere = rendering.sections(
                "uncc/2",
                ELSEWHERE,
                "accept-conditions",
                Map.of("conditions", CONDITIONS),
                Map.of(),
                Language.ENGLISH.locale());

        assertThat(elsewhere).containsExactly(new Section("Which conditions", List.of("Act cccccccccccc")));
    }

    @Test
    void what_is_quoted_quotes_nothing_itself() {
        assertThat(lines("onward", Map.of(), Map.of("consent", AGREED)))
                .contains("Within these limits: “Customs alone.”")
                .noneMatch(it -> it.contains("For case 8."));
    }

    @Test
    void words_that_were_deleted_are_not_quoted() {
        var kept = threads.act(CONDITIONS).orElseThrow();
        when(threads.act(CONDITIONS))
                .thenReturn(Optional.of(new KeptAct(
                        kept.id(),
                        kept.thread(),
                        kept.envelope(),
                        Map.of(),
                        false,
                        "",
                        true,
                        NOON,
                        3L,
                        "effective",
                        NOON,
                        null,
                        null,
                        NOON)));

        assertThat(lines("accept-conditions", Map.of("conditions", CONDITIONS), Map.of()))
                .hasSize(1);
    }

    @Test
    void each_item_is_named_with_its_size_and_hash_by_either_manifest() {
        var unknown = "7".repeat(64);

        assertThat(lines("deliver", Map.of(), Map.of("items", List.of(unknown, WRAPPED, OWN.sha256()))))
                .containsExactly(
                        "seized/laptop/mails.zip: 54 bytes, SHA-256 " + "9".repeat(64) + ", manifest " + WRAPPED,
                        "seized/laptop/mails.zip: 54 bytes, SHA-256 " + "9".repeat(64) + ", manifest " + OWN.sha256(),
                        "An item not here yet, its name comes with it: manifest " + unknown);
    }

    @Test
    void what_an_emergency_leaves_out_is_a_fact_and_no_reproach() {
        for (var instrument : List.of("uncc", "other")) {
            var body = request(Map.of(
                    "instrument",
                    instrument,
                    "emergency",
                    true,
                    "emergencyReason",
                    "A child.",
                    "authority",
                    "Desk",
                    OtherBasis.KIND,
                    "bilateral",
                    OtherBasis.TITLE,
                    "Treaty of Velin",
                    "identifiers",
                    List.of(Identifier.parse("192.0.2.1").json())));

            var gaps = rendering
                    .sections("uncc/2", null, REQUEST, Map.of(), body, Language.ENGLISH.locale())
                    .getLast();

            assertThat(gaps.label()).isEqualTo("To be completed");
            assertThat(gaps.paragraphs())
                    .contains("Not known yet: kind of data", "Not known yet: line 1: when the IP address was used")
                    .allMatch(it -> it.startsWith("Not known yet: "));
        }
    }

    private List<String> lines(String type, Map<String, String> facts, Map<String, Object> body) {
        return rendering.sections("uncc/2", THREAD, type, facts, body, Language.ENGLISH.locale()).stream()
                .flatMap(it -> it.paragraphs().stream())
                .toList();
    }

    private void kept(String id, long n, String type, Map<String, String> facts, Map<String, Object> body) {
        var envelope = new Envelope(
                "",
                THREAD,
                Assistance.ID,
                "uncc/1",
                type,
                "XB-1",
                "XA-1",
                "requested",
                NOON,
                List.of(),
                false,
                facts,
                new SaltedHash("0".repeat(32), "0".repeat(64)),
                List.of());
        when(threads.act(id))
                .thenReturn(Optional.of(new KeptAct(
                        id, THREAD, envelope, body, true, "", true, NOON, n, "effective", NOON, null, null, null)));
    }

    private static EverySaying every() {
        var every = new EverySaying(PracticeFiles.table(Assistance.ID), WORDS, LAW).fields();
        for (var key : List.of(
                "authority",
                "ourCase",
                "theirCase",
                "proceeding",
                "conductedBy",
                "facts",
                "assistance",
                "concerned",
                "purpose",
                "offence",
                "custodian",
                "location",
                "deadlineReasons",
                "safeguards",
                "language",
                "preserved",
                "preservation",
                "providerReference",
                "callBack",
                "continues")) {
            for (var instrument : List.of("uncc", "other")) {
                says(every, Map.of("instrument", instrument, key, "Said of " + key), it -> List.of("Said of " + key));
            }
        }
        LAW.instruments()
                .forEach(instrument -> says(
                        every,
                        Map.of("instrument", instrument.id(), "concerned", instrument.edition()),
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
        options(every, "stage", "investigation", "prosecution", "proceeding");
        options(every, "expedited", "vulnerable", "instrument");
        for (var measure : List.of("access", "secure", "disclose")) {
            says(
                    every,
                    Map.of("measures", List.of(measure)),
                    it -> List.of(every.word(it, "assistance.option.measures." + measure)));
        }
        for (var data : FieldTypes.DATA_CLASSES) {
            says(
                    every,
                    Map.of("dataClasses", List.of(data)),
                    it -> List.of(every.word(it, "assistance.option.dataClasses." + data)));
        }
        var newest = LAW.newest(Convention.UNCC).orElseThrow().edition();
        LAW.law("assistance", newest)
                .orElseThrow()
                .scopes()
                .forEach(scope -> says(
                        every,
                        Map.of("scope", scope.code()),
                        it -> List.of(scope.text().in(it.tag()))));
        LAW.offences(newest)
                .forEach(offence -> says(
                        every,
                        Map.of("offences", List.of(offence.article())),
                        it -> List.of(offence.article(), offence.title().in(it.tag()))));
        for (var kind : Identifier.Kind.values()) {
            says(
                    every,
                    Map.of(
                            "identifiers",
                            List.of(new Identifier(kind, "value-of-" + kind, "2027-03-01T10:00", "UTC").json())),
                    it -> List.of(
                            every.word(it, "assistance.kind." + kind.word()),
                            "value-of-" + kind,
                            "2027-03-01 10:00 UTC"));
        }
        for (var key : List.of("from", "until", "answerBy", "preservedUntil", "completeBy")) {
            says(
                    every,
                    Map.of(key, "2027-03-09T08:07:06Z"),
                    it -> List.of(FieldSections.moment(Instant.parse("2027-03-09T08:07:06Z"), it.locale())));
        }
        says(
                every,
                Map.of("from", "2027-03-09T08:07:06Z", "until", "2027-03-10T00:00:00Z"),
                it -> List.of(FieldSections.moment(Instant.parse("2027-03-10T00:00:00Z"), it.locale())));
        sections(every);
        says(every, Map.of("formalities", List.of("An oath", "A seal")), it -> List.of("An oath", "A seal"));
        says(
                every,
                Map.of("penaltyMonths", 60),
                it -> List.of(every.word(it, "assistance.print.penaltyMonths", "value", 60)));
        says(every, Map.of("secret", true), it -> List.of(every.word(it, "assistance.print.secret")));
        says(every, Map.of("emergency", true, "emergencyReason", "A child."), it -> List.of("2(o)", "A child."));
        says(every, Map.of("phonedFirst", true), it -> List.of(every.word(it, "compose.phone.first")));
        every.with(
                null,
                REQUEST,
                Map.of("follows", "1".repeat(32) + ":" + "2".repeat(64)),
                request(Map.of()),
                it -> List.of("2".repeat(64)));
        every.with("acknowledge", Map.of("letterReference", "Their 7/27"), it -> List.of("Their 7/27"));
        assurances(every);
        threadGiven(every);
        return every;
    }

    /** Each purpose by its paragraph, and each field of its section under the label of the law. */
    private static void sections(EverySaying every) {
        for (var instrument : LAW.offered("assistance")) {
            var law = instrument.law();
            var named = instrument.instrument().id();
            for (var purpose : offered(law)) {
                var ref = law.field(purpose).map(ProcedureLaw.Field::ref).orElse("");
                says(
                        every,
                        Map.of("instrument", named, "purposes", List.of(purpose)),
                        it -> List.of(every.word(it, "assistance.option.purposes." + purpose), ref));
            }
            for (var section : sectionsAndOffence()) {
                for (var field : Sections.fields(section)) {
                    var said = Sections.said(field);
                    says(
                            every,
                            Map.of("instrument", named, "purposes", List.of(section), field.key(), said),
                            it -> shown(every, law, section, field, said, it));
                }
            }
        }
    }

    private static List<String> offered(ProcedureLaw law) {
        return Sections.purposes().stream()
                .filter(it -> it.equals(Convention.OTHER) || law.field(it).isPresent())
                .toList();
    }

    private static List<String> sectionsAndOffence() {
        var sections = new ArrayList<>(Sections.names());
        sections.add("offence");
        return sections;
    }

    private static List<String> shown(
            EverySaying every, ProcedureLaw law, String section, FiledField field, Object said, Language language) {
        var shown = new ArrayList<>(List.of(
                law.field(section).orElseThrow().label().in(language.tag()),
                every.word(language, "assistance.field." + field.key())));
        field.columns()
                .forEach(it -> shown.add(
                        it.options().isEmpty()
                                ? Sections.cell(field, it)
                                : every.word(
                                        language,
                                        "assistance.option.%s.%s.%s"
                                                .formatted(field.key(), it.key(), Sections.cell(field, it)))));
        switch (field.type().name()) {
            case "choice" -> shown.add(option(every, field, said.toString(), language));
            case "choices" -> field.options().forEach(it -> shown.add(option(every, field, it, language)));
            case "day" -> shown.add(FieldSections.day(java.time.LocalDate.of(2027, 4, 2), language.locale()));
            case "rows" -> {}
            default -> shown.add(said.toString());
        }
        return shown;
    }

    private static String option(EverySaying every, FiledField field, String option, Language language) {
        return every.word(language, "assistance.option.%s.%s".formatted(field.key(), option));
    }

    /** A letter in French says nothing of it in English. */
    @Test
    void every_section_can_be_read_in_a_letter() {
        var keys = new ArrayList<String>();
        Sections.purposes().forEach(it -> keys.add("option.purposes." + it));
        for (var section : sectionsAndOffence()) {
            for (var field : Sections.fields(section)) {
                keys.add("field." + field.key());
                field.options().forEach(it -> keys.add("option." + field.key() + "." + it));
                field.columns().forEach(it -> {
                    keys.add("row." + field.key() + "." + it.key());
                    it.options().forEach(one -> keys.add("option.%s.%s.%s".formatted(field.key(), it.key(), one)));
                });
            }
        }
        assertThat(keys.stream().filter(it -> !WORDS.has("fr", "assistance." + it)))
                .isEmpty();
        assertThat(LAW.law("assistance", "uncc/2").orElseThrow().fields().stream()
                        .filter(it -> Sections.names().contains(it.name())))
                .allSatisfy(it ->
                        assertThat(it.label().in("fr")).isNotEqualTo(it.label().in("en")));
    }

    /** What is typed into a section that was taken back is neither kept nor signed. */
    @Test
    void a_section_that_is_not_asked_for_says_nothing() {
        var body = PracticeFiles.clean(
                Assistance.ID, new HashMap<>(Map.of("purposes", List.of("hearing"), "hearingWhy", "Ill.")));
        assertThat(body).containsEntry("hearingWhy", "Ill.").doesNotContainKey("serviceProof");

        body.put("purposes", List.of("service"));
        assertThat(PracticeFiles.clean(Assistance.ID, body))
                .doesNotContainKey("hearingWhy")
                .containsEntry("serviceProof", "");
    }

    private static void assurances(EverySaying every) {
        var row = Map.of("kind", "data-protection", "words", "Deleted after five years.", "by", "The minister");
        says(
                every,
                Map.of("assurances", List.of(row)),
                it -> List.of(
                        every.word(it, "acts.option.any.kind.data-protection"),
                        "Deleted after five years.",
                        "The minister"));
    }

    /** What the thread gives to choose from, and what the envelope names for the fold. */
    private static void threadGiven(EverySaying every) {
        for (var part : List.of("whole", "partial")) {
            every.with(
                    THREAD,
                    "deliver",
                    Map.of("part", part),
                    Map.of(),
                    it -> List.of(every.word(it, "assistance.option.part." + part)));
        }
        every.with(
                THREAD,
                "deliver",
                Map.of("items", "1", "manifests", "5".repeat(64)),
                Map.of("items", List.of(WRAPPED)),
                it -> List.of("mails.zip", "54", "9".repeat(64), WRAPPED, "5".repeat(64)));
        for (var type : List.of("accept-conditions", "decline-conditions")) {
            every.with(
                    THREAD,
                    type,
                    Map.of("conditions", CONDITIONS),
                    Map.of(),
                    it -> List.of("3:", "Only for case 7.", every.word(it, "acts.option.any.kind.death-penalty")));
        }
        for (var type : List.of("consent-use", "refuse-use")) {
            every.with(THREAD, type, Map.of("use", ASKED), Map.of(), it -> List.of("5:", "For case 8.", "Customs"));
        }
        for (var type : List.of("received", "matched", "not-matched", "onward", "returned", "destroyed")) {
            every.with(
                    THREAD,
                    type,
                    Map.of("delivery", DELIVERED, "items", "1", "manifests", "5".repeat(64)),
                    Map.of("found", List.of(Map.of("manifest", WRAPPED))),
                    it -> List.of("4:", "dddddddddddd", "5".repeat(64), WRAPPED, "mails.zip"));
        }
        every.with(
                THREAD,
                "onward",
                Map.of("consent", "none"),
                Map.of("consent", "none"),
                it -> List.of(every.word(it, "assistance.option.consent.none")));
        every.with(
                THREAD,
                "onward",
                Map.of("consent", AGREED),
                Map.of("consent", AGREED),
                it -> List.of("6:", "Customs alone."));
    }

    private static void options(EverySaying every, String key, String... options) {
        for (var option : options) {
            says(every, Map.of(key, option), it -> List.of(every.word(it, "assistance.option." + key + "." + option)));
        }
    }

    private static void says(EverySaying every, Map<String, Object> said, Function<Language, List<String>> shown) {
        every.with(null, REQUEST, Map.of(), request(said), shown);
    }

    private static Map<String, Object> request(Map<String, Object> said) {
        var body = new HashMap<String, Object>(Map.of("instrument", "uncc"));
        body.putAll(said);
        var clean = PracticeFiles.clean(Assistance.ID, body);
        said.forEach(clean::putIfAbsent);
        return clean;
    }
}
