package org.comity.implementation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import org.comity.casework.Officers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review is begun by one officer and drawn by another, on pages in both languages. */
class ReviewPagesTest extends Officers {

    private static final String ROUND = "2098-1";

    @Autowired
    private JdbcClient rows;

    @BeforeEach
    void none() {
        rows.sql("delete from implementation.review_draw where round = :round")
                .param("round", ROUND)
                .update();
    }

    @Test
    void a_draw_is_begun_waits_for_its_day_and_shows_what_draws_it_again() throws Exception {
        assertThat(page("duty-officer", "/assessment", "en")).contains("/reviews");
        assertThat(answered(200, "duty-officer", post("/reviews").param("round", "x")))
                .contains("Write the year and a number", "Choose a day after today");
        var draw = post("/reviews").param("round", ROUND).param("states", "XA, East\nXB, East\nXC, West\nXD, West");
        var path = redirected(
                "duty-officer", draw.param("named", "Numbers of a lottery").param("day", "2098-04-02"));

        assertThat(page("duty-officer", path, "en"))
                .contains("XA,East", "Numbers of a lottery", "not known before 2 Apr 2098")
                .doesNotContain("Secret");
        assertThat(page("duty-officer", path, "ar")).doesNotContain("reviews.", "state-review.");
        answered(409, "second-officer", post(path + "/draw").param("value", "4 8 15"));

        rows.sql("update implementation.review_draw set day = :day where round = :round")
                .param("day", LocalDate.of(2020, 1, 1))
                .param("round", ROUND)
                .update();
        assertThat(page("duty-officer", path, "en"))
                .contains("The day has come")
                .doesNotContain("name=\"value\"");
        answered(403, "duty-officer", post(path + "/draw").param("value", "4 8 15"));
        assertThat(page("second-officer", path, "en")).contains("name=\"value\"");
        redirected("second-officer", post(path + "/draw").param("value", "4 8 15"));

        assertThat(page("duty-officer", path, "en"))
                .contains("Who looks at whom", "./comity lots 2098-1.csv --secret", "--randomness '4 8 15'");
        assertThat(page("duty-officer", path, "ar")).doesNotContain("reviews.", "state-review.");
        assertThat(page("duty-officer", "/reviews", "ar")).contains(ROUND).doesNotContain("reviews.");
        assertThat(answered(200, "duty-officer", get(path + "/list")))
                .isEqualTo("XA,East\nXB,East\nXC,West\nXD,West\n");
    }
}
