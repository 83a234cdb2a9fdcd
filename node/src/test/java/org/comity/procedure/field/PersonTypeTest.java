package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActTable;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GivenAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** A person is typed, given by a program, bounded, and read in each language. */
class PersonTypeTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final ProcedureLaw INQUIRY = LAW.law("inquiry", "uncc/2").orElseThrow();
    private static final Words WORDS = WordsForTests.load();
    private static final FiledField SOUGHT = field("sought", "person");
    private static final FiledField SUSPECTS = field("suspects", "persons");
    private static final Map<String, Object> RENN = Map.of(
            "name", "Ivo Renn",
            "otherNames", "Ivan Ren",
            "born", "1990-04-02",
            "sex", "male",
            "nationalities", "Hesper",
            "documents", "Passport H 123\nIdentity card 77",
            "whereabouts", "12 Harbour Road");

    @Test
    void what_a_page_posts_is_one_person_and_what_says_nothing_is_none() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("sought.0.name", " Ivo Renn ");
        form.add("sought.0.born", "1990");
        form.add("sought.0.sex", "");
        var typed = SOUGHT.type().take(SOUGHT, form, Map.of("facts", "Fraud"));

        assertThat(typed).containsEntry("facts", "Fraud");
        assertThat(new BodyFields(clean(SOUGHT, typed)).maps("sought"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("name", "Ivo Renn")
                        .containsEntry("born", "1990")
                        .containsEntry("known", ""));
        form.clear();
        form.add("sought.0.name", "");
        assertThat(clean(SOUGHT, SOUGHT.type().take(SOUGHT, form, typed))).containsEntry("sought", List.of());
        assertThat(SOUGHT.type().take(SOUGHT, new LinkedMultiValueMap<>(), typed))
                .as("another page")
                .isEqualTo(typed);
    }

    @Test
    void a_program_gives_a_person_of_a_later_act_as_a_form_would() {
        var table = new ActTable("inquiry", Map.of("reply", List.of(SOUGHT.asked())));

        var body = new GivenAct(table).body("reply", Map.of("sought", List.of(RENN)));

        assertThat(new BodyFields(body).maps("sought"))
                .singleElement()
                .satisfies(it -> assertThat(it).containsAllEntriesOf(RENN));
        assertThat(new WholeReading(SOUGHT).unread(new BodyFields(body), false)).isEmpty();
    }

    @Test
    void each_person_needs_a_name_and_a_birth_that_can_be_read() {
        assertThat(wrong(RENN)).isEmpty();
        assertThat(wrong(Map.of("born", "1990-04")))
                .containsExactly(Missing.leftOut("sought.0.name", "person.name").on(1));
        assertThat(wrong(with("born", "2 April 1990")))
                .containsExactly(Missing.wrong("sought.0.born", "person.born").on(1));
        assertThat(wrong(with("born", "1990-02-30"))).hasSize(1);
        assertThat(wrong(with("sex", "unknown")))
                .containsExactly(Missing.wrong("sought.0.sex", "person.sex").on(1));
        assertThat(wrong(with("born", "1990"))).isEmpty();
    }

    @Test
    void at_most_one_person_or_twenty_and_no_part_longer_than_a_page_takes() {
        assertThat(broken(SOUGHT, 1)).isEmpty();
        assertThat(broken(SOUGHT, 2)).isEqualTo("sought");
        assertThat(broken(SUSPECTS, 20)).isEmpty();
        assertThat(broken(SUSPECTS, 21)).isEqualTo("suspects");
        assertThat((List<?>) clean(SUSPECTS, Map.of("suspects", Collections.nCopies(21, RENN)))
                        .get("suspects"))
                .hasSize(20);
        assertThat(wrong(with("name", "x".repeat(500)))).isEmpty();
        assertThat(wrong(with("name", "x".repeat(501))))
                .containsExactly(
                        Missing.tooLong("sought.0.name", 500, "x".repeat(501)).on(1));
        assertThat(wrong(with("known", "x".repeat(8000)))).isEmpty();
        assertThat(wrong(with("known", "x".repeat(8001)))).hasSize(1);
    }

    @Test
    void what_no_reader_would_see_is_found() {
        var more = new HashMap<>(RENN);
        more.put("shoeSize", "44");
        assertThat(new WholeReading(SOUGHT).unread(new BodyFields(Map.of("sought", List.of(RENN))), true))
                .isEmpty();
        assertThat(new WholeReading(SOUGHT).unread(new BodyFields(Map.of("sought", List.of(more))), true))
                .contains("sought");
        assertThat(new WholeReading(SOUGHT).unread(new BodyFields(Map.of("sought", "Ivo Renn")), true))
                .contains("sought");
    }

    @Test
    void it_reads_as_a_court_reads_it_in_each_language() {
        assertThat(lines(RENN, "en"))
                .containsExactly(
                        "Ivo Renn. Also called Ivan Ren. Born 2 April 1990. Sex: male. Nationality: Hesper.",
                        "Documents: Passport H 123",
                        "Identity card 77",
                        "Whereabouts: 12 Harbour Road");
        assertThat(lines(Map.of("name", "Mira", "born", "1991-05"), "en")).containsExactly("Mira. Born May 1991.");
        assertThat(lines(with("sex", "female"), "ar").getFirst()).contains("Ivo Renn", "أنثى", "1990");
        for (var language : WORDS.languages()) {
            assertThat(String.join(" ", lines(RENN, language.tag()))).doesNotContain("inquiry.", "acts.");
        }
    }

    @Test
    void a_letter_is_asked_for_one_person_part_by_part() {
        var asked = SOUGHT.type().form(SOUGHT, "Whom", true, List.of(), reader("en"));

        assertThat(asked).extracting(ActForms.Field::key).hasSize(9).startsWith("sought.0.name", "sought.0.otherNames");
        assertThat(asked).extracting(ActForms.Field::label).contains("Whom · Full name");
        assertThat(asked.getFirst().needed()).isTrue();
        assertThat(SUSPECTS.type().form(SUSPECTS, "Whom", false, List.of(), reader("ar")))
                .hasSize(18)
                .noneMatch(ActForms.Field::needed);
    }

    private static Map<String, Object> with(String part, String said) {
        var person = new HashMap<>(RENN);
        person.put(part, said);
        return person;
    }

    private static List<Missing> wrong(Map<String, Object> person) {
        return SOUGHT.type().wrong(SOUGHT, new BodyFields(Map.of("sought", List.of(person))));
    }

    private static String broken(FiledField field, int persons) {
        var body = new BodyFields(Map.of(field.key(), Collections.nCopies(persons, RENN)));
        return field.type().broken(field, body, INQUIRY, LAW).orElse("");
    }

    private static Map<String, Object> clean(FiledField field, Map<String, Object> given) {
        var body = new HashMap<String, Object>();
        field.type().clean(field, new BodyFields(given), body);
        return body;
    }

    private static List<String> lines(Map<String, Object> person, String language) {
        return SOUGHT.type().lines(SOUGHT, new BodyFields(Map.of("sought", List.of(person))), reader(language));
    }

    private static FieldReader reader(String language) {
        var table = new ActTable("inquiry", Map.of());
        return new FieldReader(
                table, WORDS, LAW, INQUIRY, Language.of(language).orElseThrow(), DescribingEarlierAct.NOTHING);
    }

    private static FiledField field(String key, String type) {
        var known = FieldTypes.of(type).orElseThrow();
        return new FiledField(key, known, ActField.Need.NO, null, List.of(), false, List.of(), 0, 0);
    }
}
