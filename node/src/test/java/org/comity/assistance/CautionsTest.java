package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.file.PracticeFiles;
import org.comity.thread.TabledState;
import org.comity.ui.words.WordsForTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the treaty asks is pointed out; the act may be signed all the same. */
class CautionsTest {

    private static final AssistanceState NEW = AssistanceState.requested();

    private static final ProcedureLaw LAW =
            PracticeLaw.held().law("assistance", "uncc/1").orElseThrow();

    @Test
    void a_refusal_without_reasons_is_pointed_out() {
        points(NEW, "refuse", Map.of("ground", "essential-interests", "reasons", "not-given"), "no-reasons 40(25)");
        points(NEW, "refuse", Map.of("ground", "discrimination", "reasons", "given"));
    }

    @Test
    void nobody_in_custody_is_moved_without_consent() {
        var newest = PracticeLaw.held().law("assistance", "uncc/2").orElseThrow();
        var asked = Map.<String, Object>of("purposes", List.of("transfer"), "transferConsent", "to-be-asked");

        assertThat(PracticeFiles.cautions(Assistance.ID, "request", asked, newest))
                .containsExactly(new Pointed("assistance.caution.transfer-without-consent", "40(9)"));
        assertThat(PracticeFiles.cautions(
                        Assistance.ID,
                        "request",
                        Map.of("purposes", List.of("transfer"), "transferConsent", "given"),
                        newest))
                .isEmpty();
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", Map.of("purposes", List.of("hearing")), newest))
                .isEmpty();
    }

    /** 40(9) is for offences under the Convention, and not for other serious crimes. */
    @Test
    void nobody_in_custody_is_moved_for_another_serious_crime() {
        var newest = PracticeLaw.held().law("assistance", "uncc/2").orElseThrow();
        var asked = Map.<String, Object>of(
                "purposes", List.of("transfer"),
                "transferOf", "A person",
                "transferConsent", "given");

        var other = new HashMap<>(asked);
        other.put("scope", "evidence-of-serious-crime");
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", other, newest))
                .contains(new Pointed("assistance.caution.transfer-for-other-crime", "40(9)"));
        var heard = new HashMap<>(other);
        heard.put("purposes", List.of("hearing"));
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", heard, newest))
                .noneMatch(it -> it.message().contains("transfer"));
        var under = new HashMap<>(asked);
        under.put("scope", "proceedings");
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", under, newest))
                .noneMatch(it -> it.message().contains("transfer"));
    }

    /** For other serious crimes 35(2) and 40(1) are about evidence in electronic form; the State decides all the same. */
    @Test
    void what_is_no_electronic_evidence_is_pointed_out_where_the_crime_is_not_of_the_convention() {
        var newest = PracticeLaw.held().law("assistance", "uncc/2").orElseThrow();
        var caution = new Pointed("assistance.caution.beyond-electronic-evidence", "35(2)");
        var served = new HashMap<String, Object>(Map.of(
                "purposes",
                List.of("service"),
                "serviceOf",
                List.of(Map.of("document", "Summons", "addressee", "A person", "address", "Hesper"))));

        for (var scope : List.of("proceedings", "evidence-of-offence")) {
            served.put("scope", scope);
            assertThat(PracticeFiles.cautions(Assistance.ID, "request", served, newest))
                    .doesNotContain(caution);
        }
        served.put("scope", "evidence-of-serious-crime");
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", served, newest))
                .contains(caution);
        assertThat(WordsForTests.load().has("ar", caution.message())).isTrue();
        var data = Map.<String, Object>of("purposes", List.of("data"), "scope", "evidence-of-serious-crime");
        assertThat(PracticeFiles.cautions(Assistance.ID, "request", data, newest))
                .doesNotContain(caution);
    }

    @Test
    void a_deadline_has_reasons_and_notice_comes_before_disclosure() {
        points(null, "request", Map.of("answerBy", "2026-12-01T00:00:00Z"), "deadline-without-reasons 40(26)");
        points(null, "request", Map.of("answerBy", "2026-12-01T00:00:00Z", "deadlineReasons", "A hearing."));
        points(NEW, "exculpatory", Map.of("notice", "after"), "notice-after 40(19)");
        points(NEW, "exculpatory", Map.of("notice", "before"));
    }

    @Test
    void passing_on_without_consent_is_pointed_out_and_never_in_the_way() {
        points(NEW, "onward", Map.of("consent", "none"), "onward-without-consent 40(19)");
        points(NEW, "onward", Map.of("consent", "e".repeat(64)));
    }

    @Test
    void a_request_is_closed_once_all_is_matched() {
        points(NEW.delivering("d".repeat(64)), "close", Map.of(), "unmatched ");
        points(NEW.delivering("d".repeat(64)).without("d".repeat(64)), "close", Map.of());
    }

    private static @Nullable TabledState tabled(@Nullable AssistanceState from) {
        return from == null
                ? null
                : (TabledState) PracticeAssistance.procedure().state(from.json());
    }

    private void points(@Nullable AssistanceState from, String type, Map<String, Object> body, String... expected) {
        var found = Stream.concat(
                        Assistance.pointed(tabled(from), type), PracticeFiles.cautions(Assistance.ID, type, body, LAW))
                .toList();

        assertThat(found)
                .extracting(it -> it.message().replace("assistance.caution.", "") + " " + it.ref())
                .containsExactly(expected);
        assertThat(found)
                .extracting(Pointed::message)
                .hasSameSizeAs(expected)
                .allMatch(it -> WordsForTests.load().has("ar", it));
    }
}
