package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two windows of one author, or two moderators: what the first did, the second does not undo. */
class CorrectedWhenWithdrawnTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void words_that_were_taken_back_do_not_come_again_and_one_post_is_hidden_once() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("forum"));
        var posts = new PostRows(db);
        db.sql("""
                insert into forum.room (id, title, language, terms, label, chatham, working, everybody, proposed_by, proposed_at)
                values ('practice', 'Practice', 'en', 'None.', 'GREEN', false, false, false, 'maren', now())
                """).update();
        long topic = db.sql("""
                insert into forum.topic (room, kind, title, language, tlp, articles, opened_at, last_at)
                values ('practice', 'QUESTION', 'A title', 'en', 'GREEN', '{}', now(), now()) returning id
                """).query(Long.class).single();
        long id = posts.add(
                new KeptPost(
                        0,
                        topic,
                        "practice",
                        "A title",
                        TrafficLight.GREEN,
                        "en",
                        "Words",
                        "XA-1",
                        PostSource.PAGE,
                        null,
                        List.of(),
                        NOON,
                        null,
                        null,
                        null,
                        true),
                "A title",
                new PostSpeaker("XA-1", "office:maren", "Maren", null));

        assertThat(posts.correct(id, "Better words", List.of(), NOON)).isTrue();
        assertThat(posts.hide(id, NOON)).isTrue();
        assertThat(posts.hide(id, NOON)).isFalse();
        assertThat(posts.hide(id, null)).isTrue();
        posts.withdraw(id, NOON);
        assertThat(posts.correct(id, "Words again", List.of(), NOON)).isFalse();

        assertThat(posts.find(id, "office:maren").orElseThrow().text()).isEmpty();
    }
}
