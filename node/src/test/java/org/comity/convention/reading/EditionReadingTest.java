package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.comity.convention.LawInconsistent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is planted into the program's own data; the message must name file, line and fault. */
@Tag("long")
class EditionReadingTest {

    private static final String ARTICLE_42 = "uncc/1/chapter-5.yaml";
    private static final String PRESERVATION = "uncc/1/preservation.yaml";
    private static final String ASSISTANCE = "uncc/1/assistance.yaml";
    private static final String INSTRUMENT = "uncc/1/instrument.yaml";
    private static final String OFFENCES = "uncc/1/offences.yaml";

    @Test
    void the_data_that_come_with_the_program_are_consistent() {
        assertThat(new EditionReading(LawFiles.ofTheProgram()).all())
                .extracting(it -> it.instrument().edition())
                .containsExactly("uncc/1", "uncc/2", "budapest/1", "budapest/2", "other/1");
    }

    @Test
    void an_article_that_is_not_in_the_data_is_refused() {
        assertRefused(PRESERVATION, "ref: 42(9)", "ref: 99(9)", "article 99 is not in the data");
        assertRefused(OFFENCES, "- article: 17", "- article: 71", "article 71 is not in the data");
        assertRefused(PRESERVATION, "article: 42", "article: 420", "article 420 is not in the data");
    }

    @Test
    void a_paragraph_that_is_not_in_the_data_is_refused() {
        assertRefused(PRESERVATION, "ref: 42(9)", "ref: 42(10)", "paragraph 42(10) is not in the data");
        assertRefused(OFFENCES, "ref: 15(4)", "ref: 15(5)", "paragraph 15(5) is not in the data");
        assertRefused(INSTRUMENT, "ref: 65(1)", "ref: 65(3)", "paragraph 65(3) is not in the data");
    }

    @Test
    void a_paragraph_under_the_wrong_article_is_refused() {
        assertRefused(ARTICLE_42, "- ref: 42(9)", "- ref: 43(9)", "43(9) does not belong to article 42");
    }

    @Test
    void a_form_cites_no_article_and_a_treaty_is_no_form() {
        var form = "other/1/assistance.yaml";
        assertRefused(form, "{key: facts,", "{key: facts, ref: 40(15)(c),", "a form cites no paragraph");
        assertRefused(
                form, "procedure: assistance\n", "procedure: assistance\narticle: 44\n", "a form is about no article");
        assertRefused(
                "other/1/instrument.yaml",
                "form: true\n",
                "form: true\narticles: 3\n",
                "\"articles\" is not known here");
        assertRefused(
                ARTICLE_42,
                "- ref: 42(9)\n      mark: recalled",
                "- ref: 42(9)\n      mark: form",
                "\"form\" is no mark of a treaty's text");
    }

    @Test
    void a_text_without_a_mark_is_refused() {
        assertRefused(ARTICLE_42, "- ref: 42(9)\n      mark: recalled\n", "- ref: 42(9)\n", "\"mark\" is missing");
        assertRefused(
                ARTICLE_42,
                "- ref: 42(9)\n      mark: recalled",
                "- ref: 42(9)\n      mark: sure",
                "\"sure\" is not a known mark");
    }

    @Test
    void a_confirmed_text_says_where_it_was_read() {
        assertRefused(
                ARTICLE_42,
                "- ref: 42(9)\n      mark: recalled",
                "- ref: 42(9)\n      mark: confirmed",
                "confirmed, but \"source\" does not say where it was read");
        assertRefused(
                ARTICLE_42,
                "- ref: 42(9)\n      mark: recalled",
                "- ref: 42(9)\n      mark: confirmed\n      source: S99",
                "source \"S99\" is not in instrument.yaml");
    }

    @Test
    void what_bears_no_mark_was_read_where_the_edition_says_it_was() {
        assertRefused("uncc/2/instrument.yaml", "read: U", "read: X", "source \"X\" is not in instrument.yaml");
        assertRefused("uncc/2/instrument.yaml", "read: U\n", "", "uncc/2/chapter-1.yaml", "\"mark\" is missing");
    }

    @Test
    void a_document_has_a_language_and_a_hash() {
        assertRefused("uncc/2/instrument.yaml", "sha256: 9bfd", "sha256: 9BFD", "is not a SHA-256 in hex");
        assertRefused("uncc/2/instrument.yaml", "{language: en, name", "{language: xx, name", "\"xx\" is not one of");
    }

    @Test
    void practice_rests_on_no_paragraph_and_what_closes_a_list_is_one() {
        assertRefused(
                "budapest/2/assistance.yaml",
                "    practice: true\n",
                "    practice: true\n    ref: 31(1)\n",
                "practice rests on no paragraph");
        assertRefused(
                "uncc/2/preservation.yaml", "closed: 42(6)", "closed: 42(66)", "paragraph 42(66) is not in the data");
    }

    @Test
    void a_model_is_a_provision() {
        assertRefused(ARTICLE_42, "model: Budapest 29(7)", "model: somewhere", "\"somewhere\" is not a provision");
    }

    @Test
    void a_period_below_the_treaty_s_floor_is_refused_and_the_floor_itself_passes() {
        assertRefused(PRESERVATION, "days: 60", "days: 59", "59 days are fewer than the 60 of 42(8)");
        assertThat(new EditionReading(with(PRESERVATION, "days: 60", "days: 61")).all())
                .hasSize(5);
        assertRefused("budapest/1/preservation.yaml", "days: 60", "days: 59", "59 days are fewer than the 60 of 29(7)");
    }

    @Test
    void a_minimum_without_a_floor_in_the_treaty_is_refused() {
        assertRefused(
                ARTICLE_42, "      floor-days: 60\n", "", PRESERVATION, "paragraph 42(8) sets no floor for a minimum");
    }

    @Test
    void a_procedure_without_a_minimum_period_is_refused() {
        assertRefused(PRESERVATION, "- key: minimum", "- key: maximum", "the period \"minimum\" is missing");
    }

    @Test
    void an_article_without_a_floor_needs_no_minimum_period() {
        assertRefused(
                ARTICLE_42,
                "- ref: 44(1)\n      mark: recalled\n",
                "- ref: 44(1)\n      mark: recalled\n      floor-days: 5\n",
                ASSISTANCE,
                "the period \"minimum\" is missing");
    }

    @Test
    void a_letter_is_that_of_its_paragraph() {
        assertRefused(ASSISTANCE, "letter: g", "letter: h", "letter \"h\" is not that of 40(15)(g)");
        assertRefused(ASSISTANCE, "  - key: deadline\n", "  - letter: c\n    key: deadline\n", "letter \"c\" stands");
        assertRefused(ASSISTANCE, "  - key: deadline\n", "  - letter: h\n    key: deadline\n", "is not that of 40(26)");
    }

    @Test
    void a_ground_that_asks_for_consultation_rests_on_the_duty() {
        assertRefused(ASSISTANCE, "key: consult\n", "key: consultation\n", "the duty \"consult\" is missing");
        assertRefused(ASSISTANCE, "consult: true", "consult: perhaps", "\"perhaps\" is neither true nor false");
    }

    @Test
    void a_ground_is_neither_what_may_not_be_one_nor_a_state_s_own_words() {
        assertRefused(ASSISTANCE, "code: minor-matter", "code: bank-secrecy", "is also what may not be a ground");
        assertRefused(ASSISTANCE, "code: minor-matter", "code: other", "in its own words, not a ground");
        assertRefused(ASSISTANCE, "code: ongoing-proceeding", "code: other", "in its own words, not a ground");
    }

    @Test
    void a_scope_is_stated_and_rests_on_what_the_data_hold() {
        assertRefused(ASSISTANCE, "  - key: scope\n", "  - key: necessity\n", "no field \"scope\" to state one");
        assertRefused(ASSISTANCE, "least-months: 48", "least-months: 0", "at least one month is needed");
        assertRefused(INSTRUMENT, "offences: offences.yaml\n", "", ASSISTANCE, "has no offences in the data");
        assertRefused(ASSISTANCE, "ref: 35(1)(c)", "ref: 35(1)(d)", "paragraph 35(1)(d) is not in the data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uncc/1/preservation.yaml | code: domestic-bar    | code: essential-interests | code "essential-interests" stands in grounds twice
            uncc/1/preservation.yaml | letter: b             | letter: a                 | letter "a" stands in fields twice
            uncc/1/preservation.yaml | key: intent           | key: necessity            | key "necessity" stands in fields twice
            uncc/1/preservation.yaml | key: hold             | key: warn                 | key "warn" stands in duties twice
            uncc/1/chapter-5.yaml    | - ref: 42(9)          | - ref: 42(8)              | paragraph 42(8) stands here twice
            uncc/1/chapter-5.yaml    | - article: 52         | - article: 51             | article 51 stands here twice
            uncc/1/offences.yaml     | - article: 10         | - article: 9              | the offence of article 9 stands here twice
            uncc/1/offences.yaml     | key: needs_data_intent | key: needs_security_breach | variation "needs_security_breach" stands here twice
            uncc/1/assistance.yaml   | code: legal-system    | code: domestic-bar        | code "domestic-bar" stands in grounds twice
            uncc/1/assistance.yaml   | code: proceedings     | code: evidence-of-offence | code "evidence-of-offence" stands in scopes twice
            uncc/1/assistance.yaml   | key: costs            | key: onward               | key "onward" stands in duties twice
            uncc/1/instrument.yaml   | - assistance.yaml     | - preservation.yaml       | procedure preservation stands here twice
            index.yaml               | budapest/1            | uncc/1                    | edition uncc/1 stands here twice
            """)
    void what_stands_twice_is_refused(String file, String good, String bad, String fault) {
        assertRefused(file, good, bad, fault);
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertRefused(
                PRESERVATION,
                "procedure: preservation",
                "procedure: preservation\nprocedure: disclosure",
                "\"procedure\" stands here twice");
    }

    @Test
    void a_missing_language_is_refused() {
        assertRefused(
                ARTICLE_42,
                "      ar: للدولة الطرف الطالبة أن تطلب تمديد المدة قبل انقضائها.\n",
                "",
                "the text in language \"ar\" is missing");
        assertRefused(PRESERVATION, "      en: Confidentiality\n", "", "the text in language \"en\" is missing");
        assertRefused(ARTICLE_42, "en: Extradition", "en: ''", "a text is needed here");
    }

    @Test
    void an_unknown_field_is_refused() {
        assertRefused(PRESERVATION, "key: necessity", "key: Neces-sity", "\"Neces-sity\" is no key");
        assertRefused(PRESERVATION, "need: if-available", "need: perhaps", "\"perhaps\" is not a known need");
    }

    @Test
    void an_offence_without_elements_is_refused() {
        assertRefused(OFFENCES, """
                  elements:
                    - {kind: conduct, ref: 7(1), en: access to the whole or any part of a system, ar: الوصول إلى نظام كله أو أي جزء منه}
                    - {kind: mental, ref: 7(1), en: intentionally and without right, ar: عمداً ودون وجه حق}
                """, "", "the offence of article 7 has no element of conduct");
    }

    @Test
    void a_missing_article_is_refused() {
        assertRefused("uncc/1/chapter-3.yaml", "- article: 22", "- article: 222", INSTRUMENT, "article 22 is missing");
        assertRefused(INSTRUMENT, "articles: 68", "articles: 67", "there are 68 articles in the data");
    }

    @Test
    void a_misspelt_key_is_refused() {
        assertRefused(ARTICLE_42, "floor-days: 60", "floor_days: 60", "\"floor_days\" is not known here");
    }

    @Test
    void a_deposit_needs_the_depositary_s_own_notification() {
        assertRefused(
                INSTRUMENT,
                "deposits: []",
                "deposits: [{by: XA, organisation: false, date: 2027-01-01, notification: a newspaper}]",
                "\"a newspaper\" is not a depositary notification");
        assertRefused(
                INSTRUMENT,
                "deposits: []",
                "deposits: [{by: XA, organisation: false, date: soon, notification: C.N.1}]",
                "\"soon\" is not a day");
    }

    @Test
    void an_edition_in_another_s_place_is_refused() {
        assertRefused(INSTRUMENT, "version: 1", "version: 2", "says it is uncc/2, but stands in uncc/1");
    }

    @Test
    void a_file_that_is_not_there_or_not_readable_is_refused() {
        assertRefused(
                INSTRUMENT,
                "file: chapter-3.yaml",
                "file: chapter-33.yaml",
                "uncc/1/chapter-33.yaml",
                "there is no such file");
        assertRefused(PRESERVATION, "procedure: preservation", "procedure: [", PRESERVATION, "");
        assertRefused(PRESERVATION, "article: 42", "article: 42\n\tx: 1", PRESERVATION, "");
    }

    /** What is written once is found by its key, or by the edition whose words it has. */
    @Test
    void what_a_file_takes_over_is_there() {
        var law = "uncc/2/sentenced.yaml";
        assertRefused(law, "  - personal-data\n", "  - personal-dat\n", "has no \"personal-dat\" in");
        var form = "other/1/sentenced.yaml";
        assertRefused(form, "words: uncc/2", "words: uncc/3", "uncc/3/sentenced.yaml", "there is no such file");
        assertRefused(
                form, "{key: person, need: mandatory,", "{key: personal, need: mandatory,", "has no \"personal\"");
        assertRefused("other/1/instrument.yaml", "shared: shared.yaml\n", "", "other/1/", "has no");
    }

    @Test
    void the_message_names_the_line() {
        var text = LawFiles.ofTheProgram().text(PRESERVATION);
        int line = (int) text.substring(0, text.indexOf("days: 60")).lines().count();

        assertRefused(PRESERVATION, "days: 60", "days: 59", PRESERVATION + ":" + line, "fewer than");
    }

    private static void assertRefused(String file, String good, String bad, String fault) {
        assertRefused(file, good, bad, file + ":", fault);
    }

    private static void assertRefused(String file, String good, String bad, String place, String fault) {
        assertThatExceptionOfType(LawInconsistent.class)
                .isThrownBy(() -> new EditionReading(with(file, good, bad)).all())
                .withMessageStartingWith(place)
                .withMessageContaining(fault);
    }

    /** The program's data with one change. */
    static LawFiles with(String file, String good, String bad) {
        var own = LawFiles.ofTheProgram();
        assertThat(own.text(file)).contains(good);
        return path -> path.equals(file)
                ? own.text(path)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad))
                : own.text(path);
    }
}
