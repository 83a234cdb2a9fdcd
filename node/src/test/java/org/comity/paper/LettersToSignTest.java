package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.WholeAct;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Heading;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Marks;
import org.comity.sealing.OfficialLetter.Named;
import org.comity.sealing.OfficialLetter.Note;
import org.comity.sealing.OfficialLetter.Part;
import org.comity.sealing.OfficialLetter.Place;
import org.comity.sealing.OfficialLetter.Quote;
import org.comity.sealing.OfficialLetter.ReplyForm;
import org.comity.sealing.OfficialLetter.Signature;
import org.comity.sealing.OfficialLetter.Table;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.Title;
import org.comity.sealing.OfficialLetter.UnbrokenBlocks;
import org.comity.sealing.letter.LettersForTests;
import org.comity.sealing.letter.ValidPdf;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that an authority can sign: what stands in them, in which order, in which languages, in both formats. */
@Tag("long")
class LettersToSignTest {

    private static final Map<String, Function<SpecimenLetters, OfficialLetter>> KINDS = new TreeMap<>(Map.of(
            "preservation", it -> it.preservation("uncc/2"),
            "assistance", it -> it.assistance("uncc/2"),
            "answer", SpecimenLetters::answer,
            "refusal", SpecimenLetters::refusal,
            "reminder", SpecimenLetters::reminder));

    @Test
    void a_request_is_set_in_the_order_of_a_letter() {
        var part = first(new SpecimenLetters("en").preservation("uncc/2"));

        assertThat(part.blocks().stream().map(Object::getClass).distinct().map(Class::getSimpleName))
                .containsExactly(
                        "Head",
                        "Marks",
                        "Address",
                        "Place",
                        "Title",
                        "Text",
                        "Item",
                        "Table",
                        "UnbrokenBlocks",
                        "ReplyForm");
        assertThat(lines(part))
                .containsSubsequence(
                        "Aldoria",
                        "24/7 Contact Point of Aldoria, Ministry of the Interior",
                        "Urgent",
                        "Confidential",
                        "By letter or diplomatic bag, no. 118, 24 November 2026",
                        "24/7 Contact Point of Dorvane, Ministry of the Interior",
                        "Hesper, Dorvane",
                        "Our reference: XA-2026-004405",
                        "Our case: 10-131/26",
                        "Your reference: not known yet",
                        "Enclosures: 2",
                        "Velin, 22 November 2026",
                        "Request for expedited preservation of stored electronic data",
                        "United Nations Convention against Cybercrime, article 42; items as lettered in 42(3)",
                        "The 24/7 Contact Point of Aldoria presents its compliments to the 24/7 Contact Point of Dorvane and has the honour to request, under article 42 of the United Nations Convention against Cybercrime, that Dorvane order or otherwise obtain without delay the preservation of the stored electronic data described below.",
                        "Provision of the law of Aldoria",
                        "Penal Code of Aldoria, section 214, unlawful access",
                        "1. accounts.csv, 1 kB",
                        "2. Reply form, 1 page",
                        "R. Tolva",
                        "Head of the 24/7 Contact Point");
        assertThat(part.foot()).isEqualTo("Act " + SpecimenLetters.ACT + " · check at xa.example/verify");
        assertThat(part.check()).isEqualTo("https://xa.example/verify?act=" + SpecimenLetters.ACT);
        assertThat(part.running()).isEqualTo("XA-2026-004405 · Urgent · Confidential");
    }

    /** It is no emergency, and asks for an answer on an expedited basis. */
    @Test
    void a_request_that_is_to_be_answered_before_others_says_so_on_each_page() {
        var letter = new SpecimenLetters("en");

        assertThat(first(letter.assistance("uncc/2")).running()).contains(" · Urgent");
        assertThat(first(letter.assistanceInTurn("uncc/2")).running()).doesNotContain("Urgent");
    }

    /** The letters of Art. 42(3), each once and in its order; what goes on under one bears no mark of its own. */
    @Test
    void items_bear_the_letters_of_the_instrument_in_its_order_as_each_language_writes_them() {
        assertThat(marks(first(new SpecimenLetters("en").preservation("uncc/2"))))
                .containsExactly("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)");
        for (var language : List.of("fr", "es", "ru")) {
            assertThat(marks(first(new SpecimenLetters(language).preservation("uncc/2"))))
                    .containsExactly("a)", "b)", "c)", "d)", "e)", "f)", "g)");
        }
        assertThat(marks(first(new SpecimenLetters("ar").preservation("uncc/2"))))
                .containsExactly("(أ)", "(ب)", "(ج)", "(د)", "(هـ)", "(و)", "(ز)");
        assertThat(marks(first(new SpecimenLetters("en").refusal()))).containsExactly("1.", "2.", "3.", "4.");
    }

    /** What was said last, enclosures, courtesy and signature are on one page. */
    @Test
    void a_signature_never_stands_alone() {
        for (var kind : KINDS.values()) {
            var blocks = first(kind.apply(new SpecimenLetters("en"))).blocks();
            var together = (UnbrokenBlocks) blocks.get(blocks.size() - 2);
            assertThat(together.blocks().getFirst()).isInstanceOfAny(Item.class, Heading.class);
            assertThat(together.blocks()).anyMatch(Signature.class::isInstance);
        }
        var answer = first(new SpecimenLetters("en").answer()).blocks();
        assertThat(((UnbrokenBlocks) answer.get(answer.size() - 2)).blocks().getFirst())
                .isInstanceOfSatisfying(Item.class, it -> assertThat(it.label()).isEqualTo("Until"));
    }

    @Test
    void a_preservation_is_addressed_to_the_contact_point_and_assistance_to_the_central_authority() {
        assertThat(addressee(new SpecimenLetters("en").preservation("uncc/2")))
                .startsWith("24/7 Contact Point of Dorvane");
        assertThat(addressee(new SpecimenLetters("en").assistance("uncc/2"))).startsWith("Central Authority");
        assertThat(lines(first(new SpecimenLetters("en").assistance("uncc/2"))))
                .contains(
                        "The Central Authority of Aldoria presents its compliments to the Central Authority of Dorvane and has the honour to request, under articles 40 and 44 of the United Nations Convention against Cybercrime, the assistance set out below.");
    }

    @Test
    void nothing_of_another_instrument_stands_in_a_letter() {
        var budapest = new SpecimenLetters("en");
        for (var letter : List.of(budapest.preservation("budapest/2"), budapest.assistance("budapest/2"))) {
            assertThat(lines(first(letter)))
                    .anyMatch(it -> it.contains("Budapest"))
                    .noneMatch(it -> it.contains("United Nations"))
                    .noneMatch(it -> it.matches(".*\\b4[024]\\(.*"))
                    .noneMatch(it -> it.contains("Penal Code"));
        }
        assertThat(lines(first(new SpecimenLetters("en").preservation("other/1"))))
                .anyMatch(it -> it.contains("on the basis named below"))
                .contains("Treaty of Velin of 3 May 2011")
                .noneMatch(it -> it.matches(".*(United Nations|Budapest|article [0-9]).*"));
    }

    @Test
    void a_company_is_not_addressed_as_a_state_is() {
        var closings = Map.of(
                "en", "Yours faithfully,",
                "fr", "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.",
                "es", "Atentamente,",
                "ru", "С уважением,",
                "ar", "وتفضلوا بقبول فائق الاحترام،");
        closings.forEach((language, closing) -> {
            var letters = new SpecimenLetters(language).to(ParticipantKind.PROVIDER);
            assertThat(lines(first(letters.preservation("uncc/2")))).contains(closing);
            assertThat(lines(first(letters.reminder()))).contains(closing);
        });
        var letters = new SpecimenLetters("en").to(ParticipantKind.PROVIDER);
        for (var letter : List.of(letters.preservation("uncc/2"), letters.reminder())) {
            assertThat(lines(first(letter)))
                    .noneMatch(it -> it.contains("highest consideration") || it.contains("not known yet"));
        }
        assertThat(lines(first(letters.reminder()))).noneMatch(it -> it.contains("presents its compliments"));
        assertThat(lines(first(new SpecimenLetters("en")
                        .to(ParticipantKind.ORGANISATION)
                        .preservation("uncc/2"))))
                .anyMatch(it -> it.contains("highest consideration"));
    }

    @Test
    void of_a_time_that_nobody_named_a_letter_says_nothing() {
        assertThat(lines(first(new SpecimenLetters("en").withoutPeriod().preservation("uncc/2"))))
                .contains("1 | Mail address | shop-admin@mail.example")
                .doesNotContain("Time and zone")
                .noneMatch(it -> it.contains("whole period"));
    }

    /** So that an answer can say <i>item 2</i>. */
    @Test
    void identifiers_are_numbered_and_each_has_its_box_on_the_reply_form() {
        var part = first(new SpecimenLetters("en").preservation("uncc/2"));
        assertThat(lines(part))
                .containsSubsequence(
                        "No.",
                        "Kind",
                        "Identifier",
                        "Time and zone",
                        "1 | IP address | 198.51.100.7 | 2026-11-20 22:14:05 UTC",
                        "2 | Mail address | shop-admin@mail.example | whole period")
                .noneMatch(it -> it.contains(": 198.51.100.7"));
        var form = form(new SpecimenLetters("en").preservation("uncc/2"));
        assertThat(form.answers().stream().flatMap(it -> it.boxes().stream())).containsExactly("item 1", "item 2");
        assertThat(form(new SpecimenLetters("fr").preservation("uncc/2")).answers().stream()
                        .flatMap(it -> it.boxes().stream()))
                .containsExactly("élément 1", "élément 2");
        assertThat(form(new SpecimenLetters("en").answer()).answers())
                .isNotEmpty()
                .allMatch(it -> it.boxes().isEmpty());
    }

    /** The period and the warning are those of the law that governs, and of no other. */
    @Test
    void the_period_has_its_rule_and_a_danger_can_be_told_where_the_law_has_them() {
        var uncc = new SpecimenLetters("en").preservation("uncc/2");
        assertThat(lines(first(uncc)))
                .contains("Article 42(8) provides for not less than 60 days.")
                .anyMatch(it -> it.endsWith("a word under article 42(7) would be welcome at any hour."));
        assertThat(form(uncc).answers())
                .contains(
                        new OfficialLetter.Answer("Data or confidentiality at risk", "(42(7)): which, and why", true));
        for (var other : List.of(
                new SpecimenLetters("en").preservation("other/1"), new SpecimenLetters("en").assistance("uncc/2"))) {
            assertThat(form(other).answers()).noneMatch(it -> it.label().startsWith("Data or"));
            assertThat(lines(first(other))).noneMatch(it -> it.contains("provides for not less than"));
        }
    }

    /** What the other State needs to find the request: its basis, how it went and came, both references, what ends when. */
    @Test
    void a_reminder_says_on_what_it_rests_and_how_the_request_went() {
        var assistance = first(new SpecimenLetters("en").reminder("assistance", "uncc/2"));
        assertThat(lines(assistance))
                .contains("United Nations Convention against Cybercrime, article 40(26)")
                .anyMatch(it -> it.contains(
                                "(our reference XA-2026-004405), sent by letter or diplomatic bag no. 104 on 15 October 2026, received on 21 October 2026.")
                        && it.contains("grateful, under article 40(26), for word"))
                .contains("1. Copy of the request of 14 October 2026", "Enclosures: 2");
        assertThat(assistance.foot()).isEqualTo("On act " + SpecimenLetters.ACT + " · check at xa.example/verify");

        assertThat(lines(first(new SpecimenLetters("en").reminder("preservation", "uncc/2"))))
                .contains(
                        "Concerning our request of 14 October 2026. United Nations Convention against Cybercrime, article 42")
                .anyMatch(
                        it -> it.equals(
                                "18 January 2027 | the data are kept until this day; more time can be asked for before, article 42(9)"))
                .noneMatch(it -> it.contains("40(26)"));
        assertThat(lines(first(new SpecimenLetters("en").reminder("preservation", "budapest/2"))))
                .noneMatch(it -> it.contains("United Nations") || it.matches(".*\\b4[024]\\(.*"));
    }

    @Test
    void a_reminder_names_the_day_by_which_an_answer_was_asked() {
        var asked = Map.<String, Object>of("answerBy", "2026-12-01T23:30:00Z");

        assertThat(lines(first(new SpecimenLetters("en").reminder("assistance", "uncc/2", asked))))
                .contains("These dates may be of use:")
                .anyMatch(it -> it.endsWith("December 2026 | an answer was asked for by this day"));
        assertThat(lines(first(new SpecimenLetters("en").reminder("assistance", "uncc/2"))))
                .contains("A date may be of use:");
    }

    /** Place and date are of one place. */
    @Test
    void a_sheet_to_sign_bears_the_day_of_our_capital() {
        assertThat(lines(first(
                        new SpecimenLetters("en").in(ZoneOffset.ofHours(-11)).reminder("assistance", "uncc/2"))))
                .contains("Velin, 21 November 2026");
        assertThat(lines(first(
                        new SpecimenLetters("en").in(ZoneOffset.ofHours(14)).reminder("assistance", "uncc/2"))))
                .contains("Velin, 23 November 2026");
    }

    /** In the reply form only grounds that the governing law allows can be marked. */
    @Test
    void the_reply_form_offers_the_grounds_of_the_governing_law() {
        var form = form(new SpecimenLetters("en").preservation("uncc/2"));
        assertThat(form.about()).contains(new Named("From", "24/7 Contact Point of Dorvane, Ministry of the Interior"));
        assertThat(form.answers().stream().map(it -> it.label() + " " + it.text()))
                .anyMatch(it -> it.startsWith("Refused. Ground (please mark): 40(21)(b)")
                        && it.contains("which is no ground under 42(6)"))
                .anyMatch(it -> it.startsWith("Carried out since"));
        assertThat(form(new SpecimenLetters("en").preservation("other/1")).answers().stream()
                        .map(OfficialLetter.Answer::text))
                .contains("Ground, and reasons:");
    }

    /** Who gives without having been asked reads nothing of a request that nobody made. */
    @ParameterizedTest
    @MethodSource("given")
    void what_was_given_unasked_is_a_communication_in_every_letter(String procedure) {
        var words = Map.of(
                "en",
                "of your request|our request|the request of",
                "fr",
                "demande du",
                "es",
                "solicitud del|nuestra solicitud|su solicitud",
                "ar",
                "طلبنا|طلبكم|الطلب المؤرخ");
        for (var type : PracticeFiles.types(procedure)) {
            for (var language : words.keySet()) {
                assertThat(lines(first(new SpecimenLetters(language).whole(procedure, type))))
                        .as("%s %s %s", procedure, type, language)
                        .isNotEmpty()
                        .noneMatch(it -> it.matches(".*\\b(" + words.get(language) + ")\\b.*"));
            }
        }
        assertThat(lines(first(new SpecimenLetters("en").reminderOf(procedure))))
                .anyMatch(it -> it.startsWith("Concerning our communication of 14 October 2026."))
                .contains("1. Copy of the communication of 14 October 2026")
                .noneMatch(it -> it.contains("the request of") || it.contains("our request"));
    }

    static List<String> given() {
        return PracticeFiles.betweenTwo().stream()
                .filter(it -> !WholeAct.by(it, PracticeFiles.opening(it)).contains("requesting"))
                .toList();
    }

    @Test
    void whose_communication_a_letter_concerns_is_that_of_who_gave_it() {
        assertThat(lines(first(new SpecimenLetters("en").whole("spontaneous/1", "acknowledge"))))
                .anyMatch(it -> it.startsWith("Concerning your communication of 14 October 2026."))
                .anyMatch(it -> it.contains("confirm receipt of the communication of 14 October 2026"))
                .anyMatch(it -> it.startsWith("Reference: "));
        assertThat(lines(first(new SpecimenLetters("en").whole("spontaneous/1", "add"))))
                .anyMatch(it -> it.startsWith("Concerning our communication of 14 October 2026."))
                .anyMatch(it -> it.startsWith("Our reference: "));
    }

    @Test
    void the_reply_form_of_information_given_unasked_neither_carries_out_nor_refuses() {
        var form = form(new SpecimenLetters("en").whole("spontaneous/1", "inform"));

        assertThat(form.lead()).startsWith("No answer is expected, unless this letter asks for one.");
        assertThat(form.answers().stream().map(OfficialLetter.Answer::label))
                .containsExactly(
                        "Received", "The restrictions are", "It was of use", "A request follows", "Consent is asked");
        assertThat(form.answers().get(1).boxes()).containsExactly("accepted", "not accepted");
    }

    @Test
    void the_addressees_first_language_comes_first_then_ours_and_one_is_enough_where_it_is_the_same() {
        assertThat(languages("fr", "en")).containsExactly("fr", "en");
        assertThat(languages("ar")).containsExactly("ar", "en");
        assertThat(languages("en", "fr")).containsExactly("en");
        assertThat(languages("es", "en")).containsExactly("es", "en");
        assertThat(languages("ru", "en")).containsExactly("ru", "en");
        assertThat(languages("sw")).containsExactly("en");
    }

    @Test
    void the_letter_says_how_its_translation_stands_and_which_text_prevails() {
        assertThat(notes(new SpecimenLetters("en").preservation("uncc/2")))
                .containsExactly("English is a language that the addressee accepts. No translation is attached.");
        assertThat(notes(new SpecimenLetters("fr").preservation("uncc/2")))
                .containsExactly(
                        "Langue du présent texte\u00a0: français. Traduction en français\u00a0: projet, non certifié. Texte qui fait foi\u00a0: anglais.",
                        "Language of this text: English. Translation into French: draft, not certified. Text that prevails: English.");
        assertThat(notes(new SpecimenLetters("fr").reminder("assistance", "uncc/2")))
                .as("of a reminder, too")
                .isEqualTo(notes(new SpecimenLetters("fr").preservation("uncc/2")));
        assertThat(notes(new SpecimenLetters("es").preservation("uncc/2")))
                .contains(
                        "Idioma del presente texto: español. Traducción al español: borrador, sin certificar. Texto que prevalece: inglés.");
        var certified = new Translation(
                SpecimenLetters.ACT,
                "fr",
                "M. Arlen, sworn translator",
                LocalDate.of(2026, 11, 21),
                "fr",
                "scan.pdf",
                "official",
                SpecimenLetters.NOW,
                SpecimenLetters.NOW,
                SpecimenLetters.NOW);
        var letter = new SpecimenLetters("fr").translated(certified).preservation("uncc/2");
        assertThat(notes(letter))
                .contains(
                        "Language of this text: English. Translation into French: certified by M. Arlen, sworn translator on 21 November 2026. Text that prevails: French.");
        assertThat(lines(letter.parts().getLast())).contains("2. Certified translation into French", "Enclosures: 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "refuse", "never-heard-of"})
    void a_procedure_without_words_of_its_own_has_fitting_letters(String type) {
        for (var language : List.of("en", "fr", "es", "ru", "ar")) {
            var part = first(new SpecimenLetters(language).ofNewProcedure(type));
            var text = part.blocks().stream()
                    .filter(Text.class::isInstance)
                    .map(it -> ((Text) it).text())
                    .findFirst()
                    .orElseThrow();
            assertThat(text).hasSizeGreaterThan(60).doesNotContain("letters.", "novelty", "{", "}");
        }
    }

    /** Who is no authority of a State has no competent authority in it. */
    @ParameterizedTest
    @EnumSource
    void whoever_is_no_authority_is_called_by_name_alone(ParticipantKind kind) {
        var letter = new SpecimenLetters("en").to(kind).ofNewProcedure("request");
        var text = first(letter).blocks().stream()
                .filter(Text.class::isInstance)
                .map(it -> ((Text) it).text())
                .toList();
        if (kind.authority()) assertThat(text).anyMatch(it -> it.contains("of Dorvane"));
        else assertThat(text).isNotEmpty().noneMatch(it -> it.contains("of Dorvane"));
    }

    /** Nothing else would notice that a sentence of letters lacks a further language, or says it otherwise. */
    @Test
    void every_sentence_of_letters_stands_in_each_further_language_with_the_same_slots() throws IOException {
        var english = read("letter_en");
        var letters = english.stringPropertyNames().stream()
                .filter(it -> it.startsWith("letters."))
                .toList();
        assertThat(WordsForTests.further()).contains("fr", "es", "ru");
        for (var language : WordsForTests.further()) {
            var further = read("letters/letter_" + language);
            assertThat(further.stringPropertyNames()).as(language).containsAll(letters);
            letters.forEach(it -> assertThat(slots(further.getProperty(it), language))
                    .as("%s %s", language, it)
                    .isEqualTo(slots(english.getProperty(it), "en")));
        }
    }

    private static Properties read(String name) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> slots(String pattern, String language) {
        return new MessageFormat(pattern, new ULocale(language)).getArgumentNames();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_is_written_in_one_language(String kind, String language) {
        var part = first(KINDS.get(kind).apply(new SpecimenLetters(language)));

        assertThat(lines(part))
                .noneMatch(
                        it -> it.matches(".*\\b(letters|preservation|assistance|compose|acts|paper)(\\.[a-z-]+){2,}.*"))
                .noneMatch(it -> it.contains("{"));
        if (!language.equals("en")) {
            assertThat(part.blocks().stream()
                            .flatMap(LettersToSignTest::inner)
                            .filter(Item.class::isInstance)
                            .map(it -> ((Item) it).label()))
                    .isNotEmpty()
                    .noneMatch(LettersToSignTest::english);
        }
    }

    /** What the other State reads first: who asks whom for what, in its language and with no word of another. */
    @ParameterizedTest
    @MethodSource("procedures")
    void each_procedure_has_letters_in_french(String procedure) {
        for (var type : PracticeFiles.types(procedure)) {
            var part = first(new SpecimenLetters("fr").whole(procedure, type));
            var own = part.blocks().stream()
                    .flatMap(LettersToSignTest::inner)
                    .flatMap(it -> switch (it) {
                        case Title title -> Stream.of(title.text(), title.basis());
                        case Text text -> Stream.of(text.text());
                        case Item item -> Stream.of(item.label());
                        default -> Stream.of();
                    })
                    .toList();
            assertThat(own)
                    .as("%s %s", procedure, type)
                    .noneMatch(
                            it -> it.matches("(?i).*\\b(the|of|and|with|is|are|not|what|which|who|their|asked)\\b.*"))
                    .noneMatch(it -> it.contains("{") || it.matches(".*[a-z]\\.[a-z-]+\\..*"))
                    .anyMatch(it -> it.contains("présente ses compliments"));
        }
    }

    static List<String> procedures() {
        return PracticeFiles.betweenTwo();
    }

    @ParameterizedTest
    @MethodSource("validated")
    void pdf_and_docx_say_the_same_and_the_pdf_is_valid(String kind, String language) throws Exception {
        var letter = KINDS.get(kind).apply(new SpecimenLetters(language));
        ValidPdf.pdfA(LettersForTests.load().pdf(letter));

        // Without heads and feet, which each format repeats in its own way.
        var bare = new OfficialLetter(
                letter.title(),
                letter.reference(),
                letter.parts().stream()
                        .map(it -> new Part(it.language(), "", "", it.blocks()))
                        .toList(),
                new OfficialLetter.Template(".foot p { display: none }", null));
        var docx = paragraphs(LettersForTests.load().docx(bare));
        var pdf = text(LettersForTests.load().pdf(bare));
        assertThat(counted(pdf)).isEqualTo(counted(String.join("", docx)));
        if (!language.equals("ar")) {
            assertThat(docx).allSatisfy(it -> assertThat(pdf).contains(it));
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> letters() {
        return KINDS.keySet().stream()
                .flatMap(kind -> Stream.of("en", "fr", "ar")
                        .map(it -> org.junit.jupiter.params.provider.Arguments.of(kind, it)));
    }

    /** Each kind in one language and each language for some kind; a full run validates each kind in each. */
    static Stream<org.junit.jupiter.params.provider.Arguments> validated() {
        if (Boolean.getBoolean("comity.full")) return letters();
        var languages = List.of("ar", "en", "fr");
        var kinds = List.copyOf(KINDS.keySet());
        return IntStream.range(0, kinds.size())
                .mapToObj(it -> org.junit.jupiter.params.provider.Arguments.of(
                        kinds.get(it), languages.get(it % languages.size())));
    }

    private static Part first(OfficialLetter letter) {
        return letter.parts().getFirst();
    }

    private static List<String> languages(String... accepted) {
        return new SpecimenLetters(accepted)
                .preservation("uncc/2").parts().stream()
                        .map(it -> it.language().getLanguage())
                        .toList();
    }

    private static String addressee(OfficialLetter letter) {
        return first(letter).blocks().stream()
                .filter(Address.class::isInstance)
                .map(it -> ((Address) it).to().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private static ReplyForm form(OfficialLetter letter) {
        return (ReplyForm) first(letter).blocks().getLast();
    }

    private static List<String> marks(Part part) {
        return part.blocks().stream()
                .flatMap(LettersToSignTest::inner)
                .takeWhile(it -> !(it instanceof Heading))
                .filter(Item.class::isInstance)
                .map(it -> ((Item) it).mark())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<String> notes(OfficialLetter letter) {
        return letter.parts().stream()
                .flatMap(it -> it.blocks().stream())
                .flatMap(LettersToSignTest::inner)
                .filter(Note.class::isInstance)
                .map(it -> ((Note) it).text())
                .toList();
    }

    /** The labels that English letters bear, where they are not the same word in French. */
    private static boolean english(String label) {
        return label.matches(".*\\b(Authority|Offence|Data|Why|Facts|How|What|Preserve|Ground|Language|Purpose)\\b.*");
    }

    private static Stream<Block> inner(Block block) {
        return block instanceof UnbrokenBlocks together ? together.blocks().stream() : Stream.of(block);
    }

    private static List<String> lines(Part part) {
        var lines = new ArrayList<String>();
        part.blocks().stream().flatMap(LettersToSignTest::inner).forEach(it -> add(lines, it));
        return lines;
    }

    private static void add(List<String> lines, Block block) {
        switch (block) {
            case Head head -> {
                lines.add(head.state());
                lines.add(head.authority());
                lines.addAll(head.lines());
            }
            case Marks marks -> marks.marks().forEach(it -> lines.add(it.text()));
            case Address address -> {
                lines.add(address.channel());
                lines.addAll(address.to());
                address.references().forEach(it -> lines.add(it.name() + ": " + it.value()));
            }
            case Place place -> lines.add(place.text());
            case Title title -> lines.addAll(List.of(title.text(), title.basis()));
            case Text text -> lines.add(text.text());
            case Item item -> {
                if (!item.label().isEmpty()) {
                    lines.add(item.label());
                }
                item.paragraphs().forEach(it -> lines.add(item.label().isEmpty() ? item.mark() + " " + it : it));
            }
            case Table table -> {
                lines.addAll(table.heads());
                table.rows().forEach(it -> lines.add(String.join(" | ", it)));
            }
            case Heading heading -> lines.add(heading.text());
            case Quote quote -> lines.addAll(List.of(quote.text(), quote.source()));
            case Signature signature -> lines.addAll(List.of(signature.name(), signature.function()));
            case Note note -> lines.add(note.text());
            case ReplyForm form -> {
                lines.addAll(List.of(form.heading(), form.lead()));
                form.answers().forEach(it -> lines.addAll(List.of(it.label(), it.text())));
            }
            case UnbrokenBlocks together -> throw new IllegalStateException("two within each other: " + together);
        }
    }

    private static List<String> paragraphs(byte[] docx) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var found = new ArrayList<String>();
            collect(document, found);
            return found.stream()
                    .map(LettersToSignTest::bare)
                    .filter(it -> !it.isEmpty())
                    .toList();
        }
    }

    private static void collect(IBody body, List<String> found) {
        for (var element : body.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph ->
                    found.addAll(List.of(paragraph.getText().split("[\t]| {3}")));
                case XWPFTable table ->
                    table.getRows().forEach(row -> row.getTableCells().forEach(cell -> collect(cell, found)));
                default ->
                    throw new IllegalStateException(element.getElementType().name());
            }
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return bare(new PDFTextStripper().getText(document));
        }
    }

    /** Letters alone, each in its plain form: how often each stands there does not depend on where lines break. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u202A\u202C\u00a0☐\u200e\u200f]", "");
    }

    private static Map<String, Long> counted(String text) {
        var counted = new TreeMap<String, Long>();
        text.codePoints().forEach(it -> counted.merge(Character.toString(it), 1L, Long::sum));
        return counted;
    }
}
