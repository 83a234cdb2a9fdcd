package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.Wording;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say that the law asks is no more, and no less, than the document says. */
class NoMoreThanTheTextTest {

    private static final String EDITION = "uncc/2";

    private final Convention convention = PracticeLaw.held();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            information      | ground  | law-and-practice  | 41(3)      | how we help instead                 | do not permit it
            information      | ground  | no-specific-case  | 41(1)      | nor for evidence in electronic form | that the network serves
            information      | duty    | specific          | 41(1)      | or of a serious crime               | certain
            assistance       | field   | transfer          | 40(9)      | For offences under the Convention   | any offence
            assistance       | duty    | transfer-consent  | 40(9)      | for an offence under the Convention | any offence
            assistance       | duty    | hearing           | 40(18)     | may be allowed                      | , allow a hearing
            assistance       | duty    | safe-conduct      | 40(29)     | 15 consecutive days                 | fifteen
            onward-transfer  | duty    | conditions        | 36(1)(b)   | may be sought                       | , seek conditions
            capacity-need    | duty    | needs             | 56(2)(c)   | strongly encouraged                 | name themselves
            capacity-need    | duty    | terms             | 54(1)      | Technology                          | Nobody has to
            capacity-offer   | duty    | terms             | 54(1)      | Technology                          | asked later
            disposal         | ground  | rights-of-others  | 52(2)      | have rights in it                   | first
            disposal         | duty    | case-by-case      | 52(3)      | regularly or case by case           | agree case by case
            disposal         | duty    | victims-first     | 52(2)      | with priority                       | consider first
            preservation     | not     | dual-criminality  | 42(4)      | save under a reservation            | never
            preservation     | period  | order             | 25(2)      | where our law provides for it       | must
            preservation     | duty    | order             | 25(2)      | Where our law provides for renewal  | days. Renew
            extradition      | duty    | enforce           | 37(13)     | refused because the person is our   | If our law permits
            proceedings      | ground  | no-jurisdiction   | ''         | no jurisdiction                     | several
            consultation     | duty    | coordinate        | 39(1)      | by a transfer                       | team
            consultation     | duty    | team              | 48         | joint team                          | transfer
            spontaneous      | field   | offence           | 40(4)      | The offence that it may concern     | under the Convention
            emergency-data   | ground  | no-specific-case  | 41(1)      | nor the collection of electronic    | names no specific
            inquiry          | field   | offence           | 47(1)(b)   | links with other crimes             | alone
            """)
    void it_says_this_and_no_longer_that(
            String procedure, String list, String key, String ref, String says, String saysNot) {
        var law = convention.law(procedure, EDITION).orElseThrow();
        var found = said(law, list, key);

        assertThat(found).contains("[" + ref + "]", says).doesNotContain(saysNot);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2(h)     | Conduct that is an offence | An offence whose
            52(2)    | priority consideration     | Priority is given
            53(5)    | endeavour                  | are evaluated
            56(2)(c) | strongly encouraged        | States help other
            """)
    void a_paragraph_says_this_and_no_longer_that(String ref, String says, String saysNot) {
        assertThat(convention.paragraph(EDITION, ref).orElseThrow().text().in("en"))
                .contains(says)
                .doesNotContain(saysNot);
    }

    /** What is of the States' law and treaties is said to be theirs. */
    @ParameterizedTest
    @CsvSource({
        "proceedings.about.accept",
        "proceedings.hint.earlierWords",
        "sentenced.about.relief",
        "sentenced.hint.newSentence",
        "extradition.hint.custody"
    })
    void a_rule_that_the_treaty_does_not_have_is_told_as_that_of_the_states(String key) {
        assertThat(words("en", key)).containsIgnoringCase("your law").contains("treaty");
        assertThat(words("ar", key)).contains("قانونكم", "معاهد");
    }

    @Test
    void a_refusal_of_assistance_has_its_reasons_and_no_exception_is_offered() {
        assertThat(words("en", "acts.option.reasons.not-given")).isEqualTo("Not given");
        assertThat(words("en", "help.word.16.means")).contains("says why", "only of extradition");
        assertThat(words("ar", "help.word.16.article")).isEqualTo("40(25), 37(18)");
    }

    /** Articles 37(17) and 27(6) want it where it is appropriate, 40(28) always: one sentence is true of all. */
    @Test
    void a_consultation_is_not_said_to_be_owed_where_the_treaty_leaves_it_to_the_state() {
        assertThat(words("en", "acts.caution.unconsulted")).isNotBlank().doesNotContain("asks");
        assertThat(words("ar", "acts.caution.unconsulted")).isNotBlank().doesNotContain("تطلب");
    }

    /** 40(12) says who receives a request, and not who sends it. */
    @Test
    void who_sends_what_follows_is_left_to_the_state() {
        assertThat(words("en", "follows.turn.about")).contains("your State").doesNotContain("entral authority");
        assertThat(words("ar", "follows.turn.about")).contains("دولتكم").doesNotContain("السلطة المركزية");
    }

    @Test
    void preservation_is_without_dual_criminality_save_under_a_reservation() {
        for (var key : List.of("preservation.dual", "preservation.provisions-note", "directory.provisions.note")) {
            assertThat(words("en", key)).contains("save under a reservation");
            assertThat(words("ar", key)).contains("إلا بتحفظ");
        }
        assertThat(words("en", "preservation.about.request")).doesNotContain("Seven");
    }

    @Test
    void nobody_comes_first_in_the_return_of_assets() {
        assertThat(words("en", "disposal.about.request")).doesNotContain("first", "then");
        assertThat(words("en", "disposal.about.offer-terms")).endsWith("regularly or case by case.");
    }

    /** A requirement of the Budapest Convention, 35(1), is worded alike. */
    @Test
    void who_may_not_do_it_itself_still_helps_under_budapest() {
        var ground = convention
                .law("information", "budapest/2")
                .orElseThrow()
                .ground("domestic-practice")
                .orElseThrow();
        assertThat(ground.text().in("en")).contains("how we help instead");
    }

    private static String words(String language, String key) {
        return WordsForTests.written(language).get(key);
    }

    /** With its paragraph, as {@code [40(9)] words}. */
    private static String said(ProcedureLaw law, String list, String key) {
        return switch (list) {
            case "ground" ->
                law.ground(key).map(it -> line(it.ref(), it.text())).orElse("");
            case "duty" -> law.duty(key).map(it -> line(it.ref(), it.text())).orElse("");
            case "field" ->
                law.field(key)
                        .map(it -> line(it.ref(), it.label()) + ". " + it.hint().in("en"))
                        .orElse("");
            case "not" ->
                law.notGrounds().stream()
                        .filter(it -> it.key().equals(key))
                        .map(it -> line(it.ref(), it.text()))
                        .collect(Collectors.joining());
            default ->
                law.periods().stream()
                        .filter(it -> it.key().equals(key))
                        .map(it -> line(it.ref(), it.text()))
                        .collect(Collectors.joining());
        };
    }

    private static String line(String ref, Wording text) {
        return "[" + ref + "] " + text.in("en");
    }
}
