package org.comity.treaty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.comity.board.BoardSubjects;
import org.comity.board.BoardWords;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.database.PracticeDatabase;
import org.comity.proof.feed.Audience;
import org.comity.proof.form.CanonicalJson;
import org.comity.treaty.KeptLine.LineState;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public board shows what two officers confirmed, and not what waits or was struck. */
class PublishingTreatyTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Map<String, Map<String, ?>> shown = new HashMap<>();

    @Test
    void the_board_shows_confirmed_lines_by_state() throws Exception {
        var rows = new TreatyRows(JdbcClient.create(PracticeDatabase.emptied("treaty", 1)));
        var publishing = new PublishingTreaty(rows, new Shown());
        rows.add(line("XA", "42(5)"), "maren", NOON);
        rows.add(line("XB", ""), "maren", NOON);
        var first = rows.waiting((KeptLine) null).stream()
                .filter(it -> it.line().party().equals("XA"))
                .findFirst()
                .orElseThrow();
        publishing.show();
        assertThat(shown).isEmpty();

        rows.decide(first.id(), LineState.CONFIRMED, "", "jonas", NOON);
        publishing.show();
        assertThat(shown).containsOnlyKeys("XA");
        assertThat(shown.get("XA").get("title")).isEqualTo("Of XA");
        BoardWords.hold(shown.get("XA"));
        assertThat(new String(CanonicalJson.write(shown), UTF_8))
                .contains("\"article\":\"42(5)\"", "\"day\":\"2026-02-03\"")
                .doesNotContain("maren", "jonas");

        rows.strike(first.id(), "Another State.", "jonas", NOON);
        publishing.show();
        assertThat(shown).isEmpty();
    }

    @Test
    void texts_that_are_too_long_together_are_left_to_their_source() {
        var lines = IntStream.range(0, 60)
                .mapToObj(n -> new TreatyLine(
                        "XA",
                        "Of XA",
                        false,
                        TreatyStep.DECLARATION,
                        LocalDate.of(2026, 2, 3),
                        "P.C.N.%d.2026".formatted(n),
                        "\u0645".repeat(500),
                        "42",
                        "\u0645".repeat(4_000)))
                .toList();

        assertThat(CanonicalJson.write(PublishingTreaty.fitting(lines)).length).isLessThan(Publication.LARGEST_BODY);
        assertThat(PublishingTreaty.fitting(lines.subList(0, 2)).toString()).contains("text=");
        assertThat(PublishingTreaty.fitting(lines).toString()).doesNotContain("text=");
    }

    private static TreatyLine line(String party, String article) {
        return new TreatyLine(
                party,
                "Of " + party,
                false,
                TreatyStep.DECLARATION,
                LocalDate.of(2026, 2, 3),
                "P.C.N.1.2026",
                "practice list",
                article,
                "Only with both.");
    }

    private final class Shown implements Boards {

        @Override
        public boolean hosts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void publish(String board, String subject, Audience label, Map<String, ?> json) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(String board, String subject, String why) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void show(String board, Supplier<BoardSubjects> subjects) {
            assertThat(board).isEqualTo("treaty");
            var all = subjects.get();
            assertThat(all.before(Audience.PARTICIPANTS)).isEmpty();
            shown.clear();
            shown.putAll(all.before(Audience.PUBLIC));
        }
    }
}
