package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.comity.board.BoardWords;
import org.comity.conference.PublicPapers.PublicDocument;
import org.comity.conference.PublicPapers.PublicFile;
import org.comity.conference.session.Decision.Change;
import org.comity.conference.session.Decision.FollowUp;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody reads of a decision says who must act, and never when a State should have. */
class ReadingPublicPapersTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 1);

    @Test
    void no_day_of_a_state_is_public() {
        var decision = new Decision(
                1,
                "prac-3",
                "3/1",
                "Model forms",
                "The Secretariat makes model forms.",
                "consensus",
                "",
                LocalDate.of(2026, 10, 1),
                true,
                List.of("24", "42(3)"),
                List.of(
                        followUp("XB"),
                        followUp("XY-HARBOUR"),
                        followUp(Decision.SECRETARIAT),
                        followUp(Decision.STATES)),
                List.of());

        var read = ReadingPublicPapers.decision(decision);
        assertThat(read.followUps()).extracting(it -> it.due()).containsExactly(null, null, DUE, DUE);
        var json = ReadingPublicPapers.json(read);
        BoardWords.hold(json);
        assertThat(json).containsEntry("articles", List.of("24", "42(3)"));
        assertThat(new String(CanonicalJson.write(json), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"due\":\"2026-11-01\"")
                .containsPattern(
                        "\\{\"paragraph\":\"4\",\"status\":\"open\",\"what\":\"Six languages\",\"who\":\"XB\"}");
    }

    @Test
    void that_a_state_moved_its_day_is_not_public() {
        var decision = new Decision(
                1,
                "prac-3",
                "3/1",
                "Model forms",
                "The Secretariat makes model forms.",
                "consensus",
                "",
                LocalDate.of(2026, 10, 1),
                true,
                List.of(),
                List.of(followUp("XB", "moved"), followUp(Decision.STATES, "moved"), followUp("XB", "done")),
                List.of());

        assertThat(ReadingPublicPapers.decision(decision).followUps())
                .extracting(it -> it.status())
                .containsExactly("open", "moved", "done");
    }

    /** What must not be read any more may stand in the title. */
    @Test
    void of_a_decision_that_was_withdrawn_neither_title_nor_words_are_public() {
        var withdrawn =
                new Change(Decision.WITHDRAWN, DUE, "A slip.", "Forms", "As it was.", "consensus", DUE, List.of());
        var read = ReadingPublicPapers.decision(new Decision(
                1,
                "prac-3",
                "3/1",
                "Model forms",
                "They are made.",
                "consensus",
                "",
                DUE,
                true,
                List.of(),
                List.of(),
                List.of(withdrawn)));

        assertThat(read.named()).isEqualTo("3/1");
        var json = ReadingPublicPapers.json(read);
        assertThat(json).containsEntry("title", "3/1");
        assertThat(json.toString()).doesNotContain("Model forms", "They are made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consensus", "no-objection", "by-the-rules"})
    void a_board_says_in_words_what_was_changed_when_and_why(String taken) {
        assertThat(Decision.TAKEN).contains(taken);
        var changes = Stream.of(Decision.CORRECTED, Decision.WITHDRAWN)
                .map(it -> new Change(it, DUE, "A slip.", "Forms", "As it was.", taken, DUE, List.of()))
                .toList();
        var followUps = Stream.concat(
                        FollowUp.STATUS.stream().map(it -> followUp("XB", it)),
                        Stream.of(followUp(Decision.SECRETARIAT), followUp(Decision.STATES)))
                .toList();
        for (var changed : List.of(changes, changes.reversed())) {
            BoardWords.hold(ReadingPublicPapers.json(ReadingPublicPapers.decision(new Decision(
                    1,
                    "prac-3",
                    "3/1",
                    "Model forms",
                    "They are made.",
                    taken,
                    "",
                    DUE,
                    true,
                    List.of("24"),
                    followUps,
                    changed))));
        }
    }

    @Test
    void a_board_says_in_words_what_a_document_is() {
        var files = List.of(new PublicFile("en", "application/pdf", 812, "0".repeat(64)));
        BoardWords.hold(ReadingPublicPapers.json(
                new PublicDocument(1, "PRAC/1", "Agenda", "en", DUE, List.of("57"), files, List.of("ar", "fr"))));
    }

    private static FollowUp followUp(String who) {
        return followUp(who, "open");
    }

    private static FollowUp followUp(String who, String status) {
        return new FollowUp(1, "4", "Six languages", who, status, DUE, List.of());
    }
}
