package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing stands in the table before one officer has looked and another has confirmed; then anybody reads it. */
class TreatyPagesTest extends Officers {

    private static final String HEADER = "state,name,organisation,action,day,notification,source,article,text\n";

    @Autowired
    private KeepingTreaty keeping;

    @Autowired
    private ReadingTreaty reading;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_line_is_looked_at_taken_confirmed_read_by_anybody_and_struck() throws Exception {
        var sheet = brought("XQ,Quennal,,ratification,2026-02-03,P.C.N.501.2026,practice list,,\n"
                + "XQ,Quennal,,reservation,2026-02-03,P.C.N.501.2026,practice list,42(5),Only with both.\n"
                + "XQ,Quennal,,accession,2026-02-04,the press,practice list,,\n");
        assertThat(page("duty-officer", sheet, "en"))
                .contains("2 can be taken, 1 cannot", "is not a number of the depositary", "Take all 2 right rows");
        assertThat(open("/treaty")).doesNotContain("Quennal");

        assertThat(page("duty-officer", sheet, "en")).contains("look again", "The directory does not know “XQ”");

        redirected("duty-officer", post(sheet).param("all", "yes"));
        assertThat(open("/treaty")).doesNotContain("Quennal");
        assertThat(page("second-officer", "/treaty/lines", "en")).contains("The directory does not know “XQ”");
        assertThat(page("duty-officer", "/treaty/lines", "en")).contains("You entered it; another officer decides.");

        for (var number : java.util.List.of("ratification", "reservation")) {
            redirected("second-officer", post("/treaty/lines").param("line", waiting("second-officer", number)));
        }
        assertThat(open("/treaty")).contains("Quennal", "P.C.N.501.2026", "This list is not complete");
        assertThat(open("/treaty/table.csv")).contains("XQ,Quennal,,reservation,2026-02-03");
        assertThat(open("/treaty/states/XQ")).contains("Only with both.").doesNotContain("Beside its own entry");
        var own = page("lawyer", "/treaty/states/XQ", "ar");
        assertThat(own).contains("أخطر به الوديع وليس في بياناتها").doesNotContain("treaty.");

        var strike = page("duty-officer", "/treaty/states/XQ", "en")
                .replaceAll("(?s).*?(/treaty/lines/[0-9]+/strike).*", "$1");
        answered(409, "duty-officer", post(strike).param("why", " "));
        redirected("duty-officer", post(strike).param("why", "Another State."));
        assertThat(open("/treaty/states/XQ")).contains("Struck: Another State.");
    }

    /** What is counted and published is read whole, so that nothing can be left out of it silently. */
    @Test
    void the_table_says_that_it_is_full_instead_of_leaving_lines_out_and_pages_say_that_there_are_more() {
        var by = official("maren");
        transaction.executeWithoutResult(it -> {
            it.setRollbackOnly();
            int before = db.sql("select count(*) from treaty.line where standing in ('WAITING', 'CONFIRMED')")
                    .query(Integer.class)
                    .single();
            lines(TreatyRows.MOST - before - 1, "XQ", "WAITING");
            lines(TreatyRows.PAGE + 1, "XW", "STRUCK");

            assertThat(keeping.enter(line(LocalDate.of(2026, 2, 3)), by)).isTrue();
            assertThat(keeping.enter(line(LocalDate.of(2026, 2, 3)), by)).isFalse();
            assertThatExceptionOfType(TreatyRefused.class)
                    .isThrownBy(() -> keeping.enter(line(LocalDate.of(2026, 2, 4)), by))
                    .matches(full -> full.code().equals("treaty.full"));
            var struck = reading.state("XW", "en", by);
            assertThat(struck.more()).isTrue();
            assertThat(struck.lines())
                    .hasSize(TreatyRows.PAGE)
                    .anyMatch(newest -> newest.line().number().equals("P.C.N." + (TreatyRows.PAGE + 1) + ".2026"));
            int all = 0;
            Long after = null;
            do {
                var page = keeping.waiting(after, by);
                all += page.lines().size();
                after = page.next();
            } while (after != null);
            assertThat(all).isEqualTo(keeping.waiting());
        });
    }

    @Test
    void a_second_statement_of_a_day_stands_beside_the_first_and_is_kept_to_its_end() {
        var by = official("maren");
        transaction.executeWithoutResult(it -> {
            it.setRollbackOnly();
            var first = statement("In English.");
            var second = statement("a".repeat(TreatyLine.LONGEST_WORDS));
            assertThat(keeping.enter(first, by)).isTrue();
            assertThat(keeping.holds(second)).isFalse();
            assertThat(keeping.enter(second, by)).isTrue();
            assertThat(keeping.enter(second, by)).isFalse();
            assertThat(keeping.holds(first)).isTrue();
        });
    }

    private static TreatyLine statement(String words) {
        var day = LocalDate.of(2026, 2, 3);
        return new TreatyLine(
                "XQ", "Quennal", false, TreatyStep.DECLARATION, day, "P.C.N.501.2026", "list", "40(13)", words);
    }

    private void lines(int many, String party, String standing) {
        db.sql("""
                insert into treaty.line (party, name, organisation, step, day, number, source, article, words, standing,
                       entered_by, entered_at, decided_by, decided_at)
                select :party, 'Quennal', false, 'DECLARATION', date '2026-01-01', 'P.C.N.' || n || '.2026', 'list',
                       n::text, '', :standing, 'okell', now(), 'tolva', now()
                  from generate_series(1, :many) n
                """)
                .param("party", party)
                .param("standing", standing)
                .param("many", many)
                .update();
    }

    private static TreatyLine line(LocalDate day) {
        return new TreatyLine(
                "XQ", "Quennal", false, TreatyStep.RATIFICATION, day, "P.C.N.501.2026", "practice list", "", "");
    }

    @Test
    void what_states_tell_by_acts_has_a_page_and_the_kit_begins_such_an_act_where_somebody_takes_it() throws Exception {
        assertThat(page("second-officer", "/treaty/lines", "en")).contains("/treaty/lines/told");
        assertThat(page("second-officer", "/treaty/lines/told", "en")).contains("Nothing was told here");
        assertThat(page("second-officer", "/treaty/lines/told", "ar")).doesNotContain("told.");
        assertThat(code("administrator", "/treaty/lines/told")).isEqualTo(403);
        assertThat(answered(
                        404, "lawyer", post("/treaty/lines/told/" + "0".repeat(8) + "-0000-0000-0000-000000000000")))
                .contains("no acknowledged notification");
        assertThat(page("lawyer", "/treaty/notifications/contact-point", "en")).contains("Write the act");
        assertThat(answered(409, "lawyer", post("/treaty/notifications/contact-point/act")))
                .contains("no Secretariat in this network");
    }

    @Test
    void who_entered_a_line_does_not_confirm_it_and_a_refused_one_does_not_stand() throws Exception {
        redirected(
                "duty-officer",
                post(brought("XW,Wendar,,signature,2026-02-03,P.C.N.502.2026,practice list,,\n"))
                        .param("row", "2"));
        var id = waiting("second-officer", "Wendar");
        assertThat(answered(403, "duty-officer", post("/treaty/lines").param("line", id)))
                .contains("Another officer decides");
        redirected("second-officer", post("/treaty/lines/" + id + "/refuse").param("why", "No such notification."));
        assertThat(open("/treaty")).doesNotContain("Wendar");
        answered(409, "second-officer", post("/treaty/lines").param("line", id));
    }

    @Test
    void what_nobody_recorded_is_said_and_who_has_no_such_duty_is_kept_out() throws Exception {
        assertThat(open("/treaty/states/XB")).contains("no action recorded here", "It says nothing about the State");
        assertThat(open("/treaty"))
                .contains("would be needed by what is recorded here", "Other States of this network")
                .doesNotContain("</a>: no action recorded here");
        answered(403, "magistrate", get("/treaty/lines"));
        answered(404, "duty-officer", get("/treaty/states/XY"));
    }

    @Test
    void a_notification_is_written_printed_sent_closed_by_a_number_and_stands_in_the_table() throws Exception {
        var point = "/treaty/notifications/prevention-authority";
        assertThat(page("lawyer", "/treaty/notifications", "ar"))
                .contains("53(7)")
                .doesNotContain("notices.");
        assertThat(page("lawyer", point, "en")).contains("does not say: Authority for prevention");
        assertThat(answered(422, "lawyer", post(point).param("told", " "))).contains("Write what the letter tells");
        redirected("lawyer", post(point).param("told", "Office for Prevention, 1 Quay Street, Velin"));
        for (var language : java.util.List.of("en", "ar")) {
            var letter = web.perform(get(point + "/letter.pdf")
                            .param("language", language)
                            .cookie(seat("lawyer")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(letter.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        }
        assertThat(answered(
                        422,
                        "lawyer",
                        post(point + "/sent").param("day", "2199-01-01").param("channel", "mail")))
                .contains("value=\"2199-01-01\"", "<option value=\"mail\" selected");
        redirected(
                "lawyer",
                post(point + "/sent")
                        .param("day", "2026-02-03")
                        .param("channel", "mission")
                        .param("seen", seenOn(page("lawyer", point, "en"))));
        assertThat(answered(422, "lawyer", closed(point, letter(point), "the press")))
                .contains("as it stands in its notification", "value=\"the press\"");
        var sent = letter(point);
        redirected("lawyer", closed(point, sent, "P.C.N.503.2026"));
        answered(409, "lawyer", closed(point, sent, "P.C.N.504.2026"));
        assertThat(open("/treaty/states/XA")).doesNotContain("P.C.N.503.2026");
        redirected("second-officer", post("/treaty/lines").param("line", waiting("second-officer", "P.C.N.503.2026")));
        assertThat(open("/treaty/states/XA")).contains("P.C.N.503.2026", "Office for Prevention");
        redirected("lawyer", post(point + "/looked"));
        answered(409, "lawyer", post(point + "/looked").param("applies", "false"));
        assertThat(page("lawyer", "/treaty/notifications", "en")).contains("P.C.N.503.2026", "our own aim: again");
        answered(403, "magistrate", get("/treaty/notifications"));
    }

    @Test
    void what_is_recorded_as_sent_are_the_words_of_the_page_and_of_two_who_write_none_is_lost() throws Exception {
        var point = "/treaty/notifications/laundering-laws";
        try {
            redirected("lawyer", post(point).param("told", "The words that were signed."));
            var signed = seenOn(page("lawyer", point, "en"));
            redirected(
                    "duty-officer", post(point).param("told", "Better words.").param("seen", signed));

            var other = post(point).param("told", "Other words.").param("seen", signed);
            assertThat(answered(422, "lawyer", other))
                    .contains("Somebody else changed this", "Better words.", ">Other words.</textarea>");
            var again = answered(422, "lawyer", left(point, signed));
            assertThat(again)
                    .contains("changed the words of this letter", "Better words.")
                    .contains("value=\"2026-02-04\"", "<option value=\"bag\" selected");

            redirected("lawyer", left(point, seenOn(again)));
            var late = post(point).param("told", "Late words.").param("seen", seenOn(again));
            assertThat(answered(422, "duty-officer", late)).contains("Somebody else changed this", "Late words.");
            assertThat(page("lawyer", point, "en")).contains("Better words.").doesNotContain("Late words.");

            assertThat(answered(422, "lawyer", lost(point, " "))).contains("Write what happened to the letter");
            var first = letter(point);
            var twice = lost(point, "It came back unopened.");
            redirected("lawyer", twice);
            answered(409, "lawyer", twice);
            answered(409, "lawyer", closed(point, first, "P.C.N.505.2026"));
            assertThat(page("lawyer", point, "en"))
                    .contains("Did not arrive, or was taken back", "It came back unopened.", "Keep the letter");
            redirected("lawyer", post(point).param("told", "The next letter."));
            assertThat(page("lawyer", point, "en")).contains("The next letter.", "Better words.");

            redirected("duty-officer", left(point, seenOn(page("duty-officer", point, "en"))));
            for (var number : java.util.List.of("P.C.N.506.2026", "the press")) {
                answered(409, "lawyer", closed(point, first, number));
            }
            answered(409, "lawyer", post(point + "/ended").param("letter", first));
            assertThat(page("lawyer", point, "en"))
                    .as("the number of a letter that was given up closes no other one")
                    .contains("/closed", letter(point))
                    .doesNotContain("P.C.N.506.2026");
        } finally {
            db.sql("delete from treaty.notice where key = 'laundering-laws'").update();
        }
    }

    private MockHttpServletRequestBuilder lost(String point, String why) throws Exception {
        return post(point + "/ended").param("letter", letter(point)).param("why", why);
    }

    private static MockHttpServletRequestBuilder closed(String point, String letter, String number) {
        return post(point + "/closed").param("letter", letter).param("number", number);
    }

    /** The one that is under way. */
    private String letter(String point) throws Exception {
        return page("lawyer", point, "en").replaceAll("(?s).*name=\"letter\" value=\"([0-9]+)\".*", "$1");
    }

    private static MockHttpServletRequestBuilder left(String point, String seen) {
        return post(point + "/sent")
                .param("day", "2026-02-04")
                .param("channel", "bag")
                .param("seen", seen);
    }

    private String brought(String rows) throws Exception {
        var file = new MockMultipartFile("file", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        return redirected("duty-officer", multipart("/treaty/lines/import").file(file));
    }

    private String waiting(String chair, String words) throws Exception {
        var page = page(chair, "/treaty/lines", "en").toLowerCase(java.util.Locale.ROOT);
        var before = page.substring(0, page.indexOf(words.toLowerCase(java.util.Locale.ROOT)));
        return before.replaceAll("(?s).*name=\"line\" value=\"([0-9]+)\".*", "$1");
    }

    private String open(String path) throws Exception {
        return web.perform(get(path).param("lang", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
