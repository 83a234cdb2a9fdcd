package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Officers;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A day or a moment that cannot be as it is written is told at its field, and no hour is made up. */
class ImpossibleTimesTest extends Officers {

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private String report;

    @BeforeEach
    void asked() {
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var reference = correspondence.recordRequest(
                "preservation/1",
                "XD-1",
                ordinary(),
                new Arrived(Channel.MAIL, today.minusDays(1), "", "", null),
                official("maren"));
        report = "/requests/" + reference + "/report-preserved";
    }

    @Test
    void a_time_left_empty_stays_empty_and_is_asked_for() throws Exception {
        var day = today.minusDays(1).toString();
        var until = today.plusDays(90).toString();

        var after = redirected("duty-officer", reported(day, "", until, "").param("snapshot.date", day));

        assertThat(after).startsWith(report + "?check=true");
        // What it says beside the form, such as when it was drawn, may be the last second of a day.
        var page = page("duty-officer", after, "en");
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .containsPattern("(?s)(Write the time of that day too.*){3}")
                .contains("value=\"" + day + "\"", "value=\"" + until + "\"")
                .doesNotContain("23:59:59");
        assertThat(page("duty-officer", after, "ar")).contains("اكتبوا أيضًا الوقت");
        var ready = redirected("duty-officer", reported(day, "10:00", until, "12:00"));
        assertThat(ready).startsWith("/drafts/");
    }

    @Test
    void a_time_without_its_day_stays_and_its_day_is_asked_for() throws Exception {
        var day = today.minusDays(1).toString();
        var until = today.plusDays(90).toString();

        var after = redirected(
                "duty-officer", reported(day, "10:00", until, "12:00").param("snapshot.time", "09:17"));

        assertThat(after).startsWith(report + "?check=true");
        assertThat(page("duty-officer", after, "en")).contains("Write the day of that time too", "value=\"09:17\"");
        assertThat(page("duty-officer", after, "ar")).contains("اكتبوا أيضًا يوم ذلك الوقت");
    }

    @Test
    void what_has_happened_lies_behind_and_what_is_to_come_ahead() throws Exception {
        var later = today.plusDays(3).toString();
        var before = today.minusDays(3).toString();

        var after = redirected("duty-officer", reported(later, "10:00", before, "10:00"));

        assertThat(page("duty-officer", after, "en"))
                .contains("it cannot have happened yet", "This time is over already.")
                .contains("value=\"" + later + "\"", "value=\"" + before + "\"");
    }

    /** It is counted from when the data were preserved, and the first day that is long enough is named. */
    @Test
    void a_preservation_that_is_too_short_is_told_at_its_end_with_the_least_day() throws Exception {
        var before = today.minusDays(1);

        var after = redirected(
                "duty-officer",
                reported(before.toString(), "10:00", today.plusDays(30).toString(), "10:00"));

        assertThat(after).startsWith(report + "?check=true");
        var least = before.plusDays(60).format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
        assertThat(page("duty-officer", after, "en"))
                .contains("at least sixty days", "The earliest end is " + least + " 10:00:00 UTC.");
        assertThat(page("duty-officer", after, "ar")).contains("أقرب نهاية");
        assertThat(redirected(
                        "duty-officer",
                        reported(before.toString(), "10:00", before.plusDays(60).toString(), "10:00")))
                .startsWith("/drafts/");
    }

    /** Far ahead is pointed out, and nothing is in the way. */
    @Test
    void a_year_that_is_likelier_a_slip_is_pointed_out() throws Exception {
        var after = redirected("duty-officer", reported(today.minusDays(1).toString(), "10:00", "9999-11-01", "10:00"));

        assertThat(after).startsWith("/drafts/");
        assertThat(page("duty-officer", after, "en")).contains("more than 50 years ahead");
    }

    @Test
    void a_penalty_longer_than_a_life_is_pointed_out() throws Exception {
        for (int months : List.of(1_200, 9_999)) {
            var body = new HashMap<>(ordinary());
            body.put("penaltyMonths", months);
            var draft =
                    drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
            var page = page("duty-officer", "/drafts/" + draft.id() + "/preview", "en");
            if (months > 1_200) assertThat(page).contains("A penalty in this act is longer than 100 years.");
            else assertThat(page).doesNotContain("longer than 100 years");
            drafts.discard(draft.id(), official("maren"));
        }
    }

    @Test
    void a_request_answers_by_a_day_that_still_comes() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));

        var after = redirected(
                "duty-officer",
                post("/drafts/" + draft.id() + "/follow-up")
                        .param("version", Long.toString(draft.version()))
                        .param("daysAsked", "90")
                        .param("answerBy", today.minusDays(3).toString()));

        assertThat(after).endsWith("/follow-up?check=true");
        assertThat(page("duty-officer", after, "en")).contains("This time is over already.");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("This time is over already.");
    }

    private MockHttpServletRequestBuilder reported(String day, String time, String until, String untilTime) {
        return post(report)
                .param("kept", "logs")
                .param("preservedAt.date", day)
                .param("preservedAt.time", time)
                .param("preservedAt.zone", "Z")
                .param("until.date", until)
                .param("until.time", untilTime)
                .param("until.zone", "Z");
    }
}
