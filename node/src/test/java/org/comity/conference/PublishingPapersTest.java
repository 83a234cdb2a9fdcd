package org.comity.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.proof.feed.Audience;
import org.junit.jupiter.api.Test;

/** What goes on the board of the Conference, and for whom. */
class PublishingPapersTest {

    private record Published(String board, String subject, Audience label, Map<String, ?> json) {}

    private final List<Published> published = new ArrayList<>();

    @Test
    void what_is_for_everybody_is_public_and_the_rest_is_for_those_who_take_part() {
        var papers = new PublishingPapers(boards());
        papers.publish("decision-3-1", true, Map.of("kind", "decision", "title", "3/1 Model forms"));
        papers.publish("document-7", false, Map.of("kind", "document", "title", "CONF/PRAC/3/2"));

        assertThat(published)
                .extracting(Published::board, Published::subject, Published::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("conference", "decision-3-1", Audience.PUBLIC),
                        org.assertj.core.groups.Tuple.tuple("conference", "document-7", Audience.PARTICIPANTS));
    }

    @Test
    void what_is_too_wholefor_a_board_is_told_by_its_title_and_articles() {
        var told = Map.of("kind", "decision", "title", "Long", "articles", List.of("24"));
        var whole = new java.util.HashMap<String, Object>(told);
        whole.put("words", "x".repeat(Publication.LARGEST_BODY));
        new PublishingPapers(boards()).publish("decision-3-1", true, whole);

        assertThat(published)
                .singleElement()
                .satisfies(it -> assertThat(it.json()).isEqualTo(told));
    }

    /** A board adds a salt and a frame, and composes letters, before it measures. */
    @Test
    void what_is_just_too_wholeonce_it_is_framed_is_told_by_its_title_too() {
        for (int words = Publication.LARGEST_BODY - 400; words < Publication.LARGEST_BODY; words += 20) {
            new PublishingPapers(boards())
                    .publish(
                            "decision-3-1",
                            true,
                            Map.of("kind", "decision", "title", "Long", "words", "x".repeat(words)));
        }

        assertThat(published)
                .allSatisfy(it -> assertThat(Publication.document("0".repeat(32), it.json()))
                        .hasSizeLessThanOrEqualTo(Publication.LARGEST_BODY));
        assertThat(published).extracting(it -> it.json().containsKey("words")).contains(true, false);
    }

    private Boards boards() {
        return new Boards() {
            @Override
            public boolean hosts() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void publish(String board, String subject, Audience label, Map<String, ?> json) {
                published.add(new Published(board, subject, label, json));
            }

            @Override
            public void withdraw(String board, String subject, String why) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void show(String board, Supplier<BoardSubjects> subjects) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
