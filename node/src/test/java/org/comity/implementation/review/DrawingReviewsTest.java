package org.comity.implementation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.board.BoardWords;
import org.comity.board.Boards;
import org.comity.casework.CaseAccess;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.comity.proof.lots.LotsCommand;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draw is committed to by one officer, drawn by another on its day, and drawn again by anybody from what is published. */
class DrawingReviewsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String STATES = "XA, East\nXB, East\nXC, East\nXD, West\nXE, West\nXF, West\n";
    private static final Official FIRST = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));
    private static final Official SECOND = new Official("tolva", "T. Renn", "B3M9", Set.of(Duty.SECOND_OFFICER));

    private final PublishingReviews publishing = mock();
    private final Boards boards = mock();
    private ReviewDrawRows rows;

    @BeforeEach
    void database() throws Exception {
        when(boards.hosts()).thenReturn(true);
        rows = new ReviewDrawRows(JdbcClient.create(PracticeDatabase.emptied("implementation", 1)));
    }

    @Test
    void what_is_published_draws_the_same_pairs_again_with_the_command(@TempDir Path folder) throws Exception {
        at(NOON).commit(form("2027-04-02"), FIRST);
        var committed = rows.find("2027-1").orElseThrow();
        assertThat(PublishingReviews.body(committed))
                .containsKeys("commitment", "list", "named", "day")
                .doesNotContainKeys("secret", "pairs", "result");

        at(NOON.plusSeconds(40 * 86_400)).draw("2027-1", "  4 8 15 16 23 42 ", SECOND);

        var body = PublishingReviews.body(rows.find("2027-1").orElseThrow());
        assertThat(body.get("commitment")).isEqualTo(committed.commitment());
        BoardWords.hold(body);
        var list = Files.writeString(folder.resolve("list.csv"), (String) body.get("list"));
        var out = new ByteArrayOutputStream();
        var again = new String[] {
            list.toString(),
            "--secret",
            said(body, "secret"),
            "--commitment",
            said(body, "commitment"),
            "--randomness",
            said(body, "value"),
            "--result",
            said(body, "result")
        };
        assertThat(LotsCommand.run(again, new PrintStream(out), System.err)).isZero();
        assertThat((List<?>) body.get("pairs"))
                .hasSize(6)
                .allSatisfy(
                        it -> assertThat(out.toString()).contains(it.toString().replace(' ', ',')));
        again[8] = committed.commitment();
        assertThat(LotsCommand.run(again, new PrintStream(out), System.err)).isEqualTo(1);
    }

    @Test
    void nobody_draws_before_the_day_nor_who_committed_nor_twice() {
        at(NOON).commit(form("2027-04-02"), FIRST);
        var both = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER));

        refused("reviews.early", () -> at(NOON).draw("2027-1", "4 8", SECOND));
        var day = at(Instant.parse("2027-04-02T00:00:00Z"));
        refused("reviews.own", () -> day.draw("2027-1", "4 8", both));
        refused("reviews.not-your-duty", () -> day.draw("2027-1", "4 8", FIRST));
        refused("reviews.no-value", () -> day.draw("2027-1", " ", SECOND));
        assertThat(rows.find("2027-1").orElseThrow().drawn()).isNull();
        day.draw("2027-1", "4 8", SECOND);
        refused("reviews.drawn", () -> day.draw("2027-1", "15 16", SECOND));
        assertThat(rows.find("2027-1").orElseThrow().drawn().value()).isEqualTo("4 8");
        verify(publishing, org.mockito.Mockito.times(2)).show();
    }

    @Test
    void a_round_is_committed_to_once() {
        at(NOON).commit(form("2027-04-02"), FIRST);
        var before = rows.find("2027-1").orElseThrow().commitment();

        refused("reviews.taken", () -> at(NOON).commit(form("2027-05-02"), FIRST));
        assertThat(rows.find("2027-1").orElseThrow().commitment()).isEqualTo(before);
    }

    /** Who commits where nobody sees it could commit again until the pairs please. */
    @Test
    void where_no_boards_are_published_nothing_is_committed_to() {
        when(boards.hosts()).thenReturn(false);

        refused("reviews.no-board", () -> at(NOON).commit(form("2027-04-02"), FIRST));
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void a_form_says_what_it_still_needs() {
        var today = LocalDate.of(2027, 3, 1);
        assertThat(form("2027-03-02").problems(today).any()).isFalse();
        assertThat(form("2027-03-01").problems(today).at("day"))
                .as("known today")
                .isPresent();
        assertThat(new DrawForm("1", "", "", "").problems(today).all()).hasSize(4);
        for (var wrong :
                List.of("XA, East", "XA, East\nXA, East", "XA East", STATES + "XG, North", STATES + "XA, West")) {
            assertThat(new DrawForm("2027-1", wrong, "Lottery", "2027-04-02")
                            .problems(today)
                            .at("states"))
                    .as(wrong)
                    .isPresent();
        }
    }

    private static DrawForm form(String day) {
        return new DrawForm("2027-1", STATES, "Numbers of the lottery of 2 April", day);
    }

    private DrawingReviews at(Instant now) {
        return new DrawingReviews(
                rows, publishing, boards, mock(CaseAccess.class), mock(Ledger.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String said(Map<String, Object> body, String key) {
        return (String) body.get(key);
    }

    private static void refused(String code, Runnable step) {
        assertThatExceptionOfType(ReviewRefused.class)
                .isThrownBy(step::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
