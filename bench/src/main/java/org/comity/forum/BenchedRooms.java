package org.comity.forum;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.comity.board.Boards;
import org.comity.board.host.BenchedHost;
import org.comity.directory.Directory;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rooms of a node with a PostgreSQL of their own, for the bench: each call is one transaction, and the ledger keeps no line. */
public final class BenchedRooms {

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private final RoomRows rooms;
    private final WritingPosts speaking;
    private final ReadingRooms reading;
    private final PublishingPosts publishing;
    private final TransactionTemplate transaction;

    public BenchedRooms(DataSource source, Boards boards, Clock clock) {
        var db = JdbcClient.create(source);
        rooms = new RoomRows(db);
        var topics = new TopicRows(db);
        var posts = new PostRows(db);
        var stances = new StanceRows(db);
        var access = new RoomAccess(rooms, nobodyAsked(), clock);
        speaking = new WritingPosts(rooms, topics, posts, stances, access, new BenchedHost.NoLines(), _ -> true, clock);
        reading = new ReadingRooms(
                rooms, topics, posts, stances, new ModerationRows(db), new PostTranslationRows(db), access, clock);
        publishing = new PublishingPosts(reading, topics, boards);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** No answer is asked of anybody here: who takes part is not looked up. */
    private static Directory nobodyAsked() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, _) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A room for participants, with these as its members. */
    public void room(String id, List<String> members) {
        transaction.executeWithoutResult(_ -> {
            rooms.propose(
                    new KeptRoom(
                            id,
                            "Room " + id,
                            "en",
                            "For a bench.",
                            TrafficLight.GREEN,
                            false,
                            false,
                            false,
                            null,
                            "one",
                            null,
                            null),
                    OPENED);
            rooms.open(id, "two", OPENED);
            members.forEach(
                    it -> rooms.add(new RoomMember(id, it, "", SharingRole.MEMBER, "", false, null, OPENED), "one"));
        });
    }

    public long topic(String room, String text, String by) {
        return wholly(() -> speaking.open(room, form("question", text), reader(by)));
    }

    public long post(long topic, String text, String by) {
        return wholly(() -> speaking.reply(topic, form("answer", text), reader(by)));
    }

    public int found(String words, String by) {
        return wholly(
                () -> reading.found(words, SharingChannel.SEARCH, reader(by)).size());
    }

    /** How many contributions the first page of a topic shows. */
    public int page(long topic, String by) {
        return wholly(() -> reading.topic(topic, 0, reader(by)).posts().size());
    }

    /** As the node does every minute. */
    public void show() {
        transaction.executeWithoutResult(_ -> publishing.show());
    }

    /** Under which a contribution stands on the board. */
    public static String subject(long post) {
        return WritingPosts.subject(post);
    }

    private <T> T wholly(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private static RoomReader reader(String participant) {
        return new RoomReader(participant, "seat:" + participant, "A person of " + participant, null);
    }

    private static PostForm form(String kind, String text) {
        return PostForm.of(
                Map.of("kind", kind, "title", "What do you keep?", "text", text, "language", "en", "label", "green"));
    }
}
