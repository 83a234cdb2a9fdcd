package org.comity.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.directory.AsSecretariat;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.ActWriting.WrongTime;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.procedure.form.FieldBroken;
import org.comity.ui.FormProblems.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Help stands on the list until a time that lies ahead, and ends no earlier than it begins. */
@ExtendWith(AsSecretariat.class)
class TimesOfHelpTest extends OfficersByLetter {

    @Autowired
    private Procedures procedures;

    @Autowired
    private JdbcClient db;

    private RequestRow need;

    @BeforeEach
    void asked() {
        var late = new HashMap<>(needed());
        late.put("earliest", "2019-01-01");
        late.put("latest", "2020-01-01");
        // A letter that lay long says what it said.
        var reference = correspondence.recordRequest("capacity-need/1", "XD-1", late, arrived(), official("maren"));
        letters.says(reference, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        need = row(reference);
    }

    @AfterEach
    void withdrawn() {
        letters.says(need.reference(), "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    /** Nobody here can mend it; a round says of the need what it lacks. */
    @Test
    void a_letter_that_asks_for_equipment_without_upkeep_is_recorded_as_it_is() {
        var body = new HashMap<>(needed());
        body.putAll(Map.of("kind", "equip", "upkeep", ""));
        assertThat(procedures
                        .of("capacity-need/1")
                        .forms()
                        .problems("submit", new ActForms.Written(body, Map.of()))
                        .at("upkeep"))
                .isEmpty();

        var reference = correspondence.recordRequest("capacity-need/1", "XD-1", body, arrived(), official("maren"));

        assertThat(row(reference).state()).isEqualTo("Submitted");
    }

    @Test
    void it_is_told_at_its_field_and_no_program_gets_past_it() throws Exception {
        var back = redirected(
                "duty-officer",
                post("/requests/" + need.address() + "/admit")
                        .param("until.date", "2020-01-01")
                        .param("until.time", "12:00")
                        .param("until.zone", "Z"));
        assertThat(page("duty-officer", back, "en"))
                .contains("This time is over already.", "f-until-problem", "value=\"2020-01-01\"");
        assertThat(page("duty-officer", back, "ar")).contains("انقضى هذا الوقت");

        refused(() -> submit(admitted(Instant.parse("2020-01-01T12:00:00Z"))));
    }

    @Test
    void what_waited_too_long_for_approval_does_not_leave() {
        var until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
        var waits = submit(admitted(until));
        // An hour and a minute go by: no test waits for them.
        assertThat(db.sql("update cooperation.draft set facts = replace(facts, :until, :over) where id = :id")
                        .param("until", until.toString())
                        .param("over", until.minus(61, ChronoUnit.MINUTES).toString())
                        .param("id", waits.id())
                        .update())
                .isOne();
        assertThat(drafts.get(waits.id()).facts().values()).doesNotContain(until.toString());
        refused(() -> approved(waits, "tolva"));
        drafts.giveBack(waits.id(), "Its time is over.", official("tolva"));
    }

    @ParameterizedTest
    @CsvSource({
        "capacity-need, earliest, latest, 2098-01-02, 2098-01-01, not-before",
        "capacity-need, earliest, latest, 2019-01-01, 2020-01-01, ahead",
        "capacity-offer, earliest, latest, 2098-01-02, 2098-01-01, not-before",
        "capacity-activity, begins, ends, 2098-01-02, 2098-01-01, not-before",
        "partnership, begins, ends, 2098-01-02, 2098-01-01, not-before",
    })
    void it_ends_no_earlier_than_it_begins(
            String law, String first, String last, String begins, String ends, String told) {
        var pages = procedures.ofLaw(law).orElseThrow().composition();
        var body = Map.<String, Object>of("instrument", "uncc", first, begins, last, ends);
        assertThat(pages.steps(body))
                .flatExtracting(it -> pages.problems(body, it).all())
                .filteredOn(it -> ((Problem) it).field().equals(last))
                .extracting(it -> ((Problem) it).key())
                .containsExactly(law + ".needed." + told);
    }

    /** A round would look for it in vain; of another State's act it is no matter. */
    @Test
    void no_program_names_an_article_that_the_convention_has_not() {
        var writing = procedures.ofLaw("capacity-need").orElseThrow().writing();
        var body = new HashMap<>(needed());
        body.put("articles", List.of("25", "99(z)"));

        assertThat(writing.impossible("submit", new Written(body, Map.of())))
                .containsExactly(new WrongTime("articles", "no-article-lines", Map.of("line", "2")));
        assertThat(correspondence.recordRequest("capacity-need/1", "XD-1", body, arrived(), official("maren")))
                .isNotEmpty();
    }

    private Draft admitted(Instant until) {
        return written(need, "admit", Map.of(), Map.of("until", until.toString()));
    }

    private static void refused(ThrowingCallable done) {
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(done)
                .satisfies(it -> assertThat(it.code()).isEqualTo("capacity-need.ahead"))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "until"));
    }

    private static Map<String, Object> needed() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Ministry of Justice of Dorvane"),
                Map.entry("title", "A reader of disks"),
                Map.entry("kind", "evid"),
                Map.entry("articles", List.of("25")),
                Map.entry("units", 1),
                Map.entry("unit", "items"),
                Map.entry("severity", "useful"),
                Map.entry("why", "None is here."),
                Map.entry("cause", List.of("money")),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "either"),
                Map.entry("line", "good"),
                Map.entry("audience", "everybody"));
    }
}
