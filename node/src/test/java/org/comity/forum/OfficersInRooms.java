package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens rooms for a test, with officials and persons of other participants who write and read in them. */
abstract class OfficersInRooms extends OfficersByLetter {

    @Autowired
    protected AdministeringRooms holding;

    @Autowired
    protected WritingPosts speaking;

    @Autowired
    protected Moderating moderating;

    @Autowired
    protected ReadingRooms reading;

    @Autowired
    protected ExportingTopic taking;

    @Autowired
    protected FeedOfRooms feed;

    @Autowired
    protected PostRows posts;

    @Autowired
    protected JdbcClient db;

    /** A word that nobody else in these tests writes. */
    /** Letters alone, so that no check takes it for a number or a hash. */
    protected final String word = UUID.randomUUID()
            .toString()
            .replace("-", "")
            .chars()
            .map(it -> it < 'a' ? it + 'g' - '0' : it)
            .collect(() -> new StringBuilder("w"), StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    protected RoomReader maren;
    protected RoomReader okell;
    protected RoomReader tolva;

    /** Persons of other participants, as a seat brings them. */
    protected final RoomReader member = person("XB-1");

    protected final RoomReader outsider = person("XD-1");

    @BeforeEach
    void officials() {
        maren = office("maren");
        okell = office("okell");
        tolva = office("tolva");
    }

    protected KeptPost kept(long id) {
        return posts.find(id, "").orElseThrow();
    }

    protected List<String> fed(RoomReader reader) {
        return lights(new String(feed.atom(null, reader, Language.ENGLISH), StandardCharsets.UTF_8));
    }

    protected List<String> lights(String text) {
        return java.util.regex.Pattern.compile(word + " ([a-z-]+)")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    protected String room(TrafficLight light, boolean chatham, boolean everybody) {
        var day = light == TrafficLight.RED ? holding.today().plusDays(30).toString() : "";
        return open(new RoomForm(name(), "A room", "en", "For a test.", light.word(), chatham, false, everybody, day));
    }

    protected String open(RoomForm form) {
        holding.propose(form, maren);
        holding.open(form.id(), tolva);
        return form.id();
    }

    protected static String name() {
        return "r" + UUID.randomUUID().toString().substring(0, 18);
    }

    protected static PostForm said(String text) {
        return said(text, TrafficLight.GREEN);
    }

    protected static PostForm said(String text, TrafficLight light) {
        return form("question", text, light);
    }

    protected static PostForm form(String kind, String text, TrafficLight light) {
        return PostForm.of(
                Map.of("kind", kind, "title", "A title", "text", text, "language", "en", "label", light.word()));
    }

    protected void stand(long topic, String stance, String words, RoomReader by) {
        stand(topic, stance, words, null, by);
    }

    /** By who has seen what stands there. */
    protected void stand(long topic, String stance, String words, @Nullable Long answer, RoomReader by) {
        var seen = reading.topic(topic, 0, by).seen();
        assertThat(speaking.stand(topic, stance, words, answer, seen, by)).isEqualTo(FormProblems.NONE);
    }

    protected RoomReader office(String id) {
        var official = official(id);
        return new RoomReader("XA-1", "office:" + id, official.name(), official);
    }

    protected static RoomReader person(String participant) {
        return new RoomReader(participant, "seat:" + participant, "A person of " + participant, null);
    }
}
