package org.comity.capacity.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.experts.ExpertEntry.Vetting;
import org.comity.capacity.experts.ExpertEntry.Wanted;
import org.comity.capacity.experts.ExpertEntry.Window;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An expert is found only after two looked, as long as the person agreed, and only by what was asked. */
class ExpertEntryTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 1);
    private static final Vetting ONE = new Vetting("maren", TODAY);
    private static final Vetting OTHER = new Vetting("okell", TODAY);

    @Test
    void nobody_is_found_before_two_looked_or_after_the_last_day() {
        assertThat(entry(List.of()).found(TODAY)).isFalse();
        assertThat(entry(List.of(ONE)).found(TODAY)).isFalse();
        assertThat(entry(List.of(ONE, OTHER)).found(TODAY)).isTrue();
        assertThat(entry(List.of(ONE, OTHER)).found(LocalDate.of(2028, 4, 30))).isTrue();
        assertThat(entry(List.of(ONE, OTHER)).found(LocalDate.of(2028, 5, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "evid, , , , true",
        "leg, , , , false",
        ", fr, , , true",
        ", ar, , , false",
        ", , 2027-07-01, 2027-07-31, true",
        ", , 2027-06-30, 2027-07-01, true",
        ", , 2027-08-01, 2027-08-31, false",
        ", , 2027-06-01, 2027-06-30, false",
        ", , 2027-07-31, , true",
        ", , , 2027-06-30, false",
        "evid, fr, 2027-07-10, 2027-07-12, true",
        "evid, ar, 2027-07-10, 2027-07-12, false",
    })
    void what_is_asked_must_fit_all_of_it(String kind, String language, LocalDate from, LocalDate to, boolean fits) {
        var wanted = new Wanted(kind == null ? "" : kind, language == null ? "" : language, "", from, to);

        assertThat(entry(List.of(ONE, OTHER)).fits(wanted)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"fr, b1, true", "fr, b2, true", "fr, c1, false", "en, a1, false", "ar, a1, false"})
    void a_level_that_is_asked_for_was_said(String language, String level, boolean fits) {
        assertThat(entry(List.of(ONE, OTHER)).fits(new Wanted("", language, level, null, null)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name",
        "contact, '', contact",
        "nominatedBy, '', nominatedBy",
        "consent, '', consent",
        "languages, english, languages",
        "languages, '', languages",
        "languages, fr:d1, languages",
        "languages, fr:a1 en fr:c2, languages",
        "languages, fr en FR:b2, languages",
        "given, 2027-05-02, given",
        "given, soon, given",
        "until, 2027-04-30, until",
        "until, 2029-05-01, until",
    })
    void each_field_that_is_wrong_is_named(String key, String value, String wrong) {
        var typed = new HashMap<>(typed());
        typed.put(key, value);

        assertThat(new ExpertForm(typed, List.of("evid")).problems(TODAY).at(wrong))
                .isPresent();
        assertThat(new ExpertForm(typed(), List.of("evid")).problems(TODAY).any())
                .isFalse();
    }

    @Test
    void a_kind_that_nobody_knows_is_no_kind_and_without_one_nobody_is_noted() {
        assertThat(new ExpertForm(typed(), List.of("magic")).problems(TODAY).at("kinds"))
                .isPresent();
        assertThat(new ExpertForm(typed(), List.of()).problems(TODAY).at("kinds"))
                .isPresent();
    }

    @Test
    void too_long_a_name_is_not_taken() {
        var typed = new HashMap<>(typed());
        typed.put("name", "n".repeat(201));

        assertThat(new ExpertForm(typed, List.of("evid")).problems(TODAY).at("name"))
                .isPresent();
    }

    @Test
    void a_need_looks_for_its_kind_its_language_and_its_days_and_words_of_another_node_are_not_taken_over() {
        var need = Map.<String, Object>of(
                "kind", "evid", "languages", List.of("en&x=1", "fr"), "earliest", "2027-07-01", "latest", "2027-09-30");

        assertThat(ExpertCard.wanted(act(need)))
                .isEqualTo(new Wanted("evid", "fr", "", LocalDate.of(2027, 7, 1), LocalDate.of(2027, 9, 30)));
        assertThat(ExpertCard.wanted(act(Map.of("kind", List.of("magic", "leg"), "begins", "2027-07-01"))))
                .isEqualTo(new Wanted("leg", "", "", LocalDate.of(2027, 7, 1), null));
    }

    static Map<String, String> typed() {
        return Map.of(
                "name", "Ada of Belmora",
                "contact", "Police college of Belmora",
                "nominatedBy", "Belmora",
                "languages", "en FR:B2",
                "consent", "Courses and missions; letter of 1 May 2027, file 12",
                "given", "2027-05-01",
                "until", "2029-04-30");
    }

    private static ActContent act(Map<String, Object> body) {
        return new ActContent("a", "submit", body, Instant.EPOCH, Role.REQUESTING);
    }

    private static ExpertEntry entry(List<Vetting> vetted) {
        return new ExpertEntry(
                "e",
                "Ada of Belmora",
                "Police college",
                "Belmora",
                Set.of("evid", "train-le"),
                SpokenLanguages.read(Set.of("en", "fr:b2")),
                "Letter",
                LocalDate.of(2027, 5, 1),
                LocalDate.of(2028, 4, 30),
                false,
                vetted,
                List.of(new Window(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 31))));
    }
}
