package org.comity.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.ui.TypedText;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts into a room what a participant said by an act of its own node, where the room and its label take it. */
@Component
class PlacingActs {

    /** By which its author says something else of it. */
    private static final Set<String> CHANGES = Set.of("correct", "narrow");

    private final RoomRows rooms;
    private final TopicRows topics;
    private final PostRows posts;
    private final StanceRows stances;
    private final RoomAccess access;
    private final TellingModerators telling;
    private final KnownArticles law;
    private final Threads threads;
    private final Ledger ledger;
    private final Clock clock;
    private final String procedure = named();

    // More than eight: what an act says is held against room, topic and law, and stands in one of three tables.
    PlacingActs(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            StanceRows stances,
            RoomAccess access,
            TellingModerators telling,
            KnownArticles law,
            Threads threads,
            Ledger ledger,
            Clock clock) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.stances = stances;
        this.access = access;
        this.telling = telling;
        this.law = law;
        this.threads = threads;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The procedure by which contributions come, as {@code forum/lists.txt} says; no other class names it. */
    private static String named() {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(PlacingActs.class.getResourceAsStream("/forum/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(lists.getProperty("posts"));
    }

    /** Without its version. */
    String procedure() {
        return procedure;
    }

    /** Of whatever version. */
    boolean brings(String id) {
        return id.startsWith(procedure + "/");
    }

    /** Whoever speaks by acts of its own node. */
    static RoomReader node(String participant) {
        return new RoomReader(participant, "node:" + participant, participant, null);
    }

    /** What keeps it from being placed: words {@code forum.obstacle.<code>}; empty if nothing does. */
    Optional<String> obstacle(Map<String, Object> said, String participant) {
        var room = rooms.find(text(said, "room")).filter(KeptRoom::open);
        if (room.isEmpty()) return Optional.of("no-room");
        if (room.get().chatham()) return Optional.of("chatham");
        if (!access.mayWrite(node(participant), room.get())) return Optional.of("not-member");
        var light = TrafficLight.of(text(said, "label"));
        if (light.isEmpty() || !PostForm.labels(room.get()).contains(light.get())) return Optional.of("label");
        if (!SaidInAct.fits(said)) return Optional.of("form");
        if (SaidInAct.opens(said)) {
            if (text(said, "title").length() > 200) return Optional.of("title");
            return asks(said, room.get()) ? Optional.empty() : Optional.of("asked");
        }
        return topic(said)
                .filter(it -> it.room().equals(room.get().id()))
                .map(it -> obstacle(said, it, participant))
                .orElse(Optional.of("topic"));
    }

    private Optional<String> obstacle(Map<String, Object> said, KeptTopic topic, String participant) {
        if (SaidInAct.notifies(said))
            return post(said, topic).isEmpty() ? Optional.of("post") : telling.obstacle(participant);
        if (!SaidInAct.stands(said)) return Optional.empty();
        boolean line = SaidInAct.line(said).filter(topic.lines()::contains).isPresent();
        if (SaidInAct.tries(said)) {
            // Of the answer that it names: another one may have been accepted since.
            boolean tried = post(said, topic)
                    .filter(it -> topic.isAccepted(it.id()))
                    .filter(it -> !posts.speaker(it.id()).participant().equals(participant))
                    .isPresent();
            return line && tried ? Optional.empty() : Optional.of("no-answer");
        }
        if (!line) return Optional.of("no-check");
        return topic.over(access.today()) ? Optional.of("check-over") : Optional.empty();
    }

    /** Whoever is asked can answer there, and the day lies ahead; nobody need be asked. */
    private boolean asks(Map<String, Object> said, KeptRoom room) {
        var asked = SaidInAct.asked(said);
        var day = SaidInAct.day(said);
        if (asked.isEmpty() || !text(said, "kind").equals("question")) return asked.isEmpty();
        return asked.stream().allMatch(it -> access.canBeAsked(it, room))
                && day.filter(it -> PostForm.isAhead(it, access.today())).isPresent();
    }

    /** The same of an act that waits: its participant may have said something else in the check since. */
    Optional<String> obstacle(Threads.KeptAct opening, Map<String, Object> said, String participant) {
        return obstacle(said, participant).or(() -> superseded(opening, said, participant));
    }

    private Optional<String> superseded(Threads.KeptAct opening, Map<String, Object> said, String participant) {
        return SaidInAct.stands(said)
                        && stances.isNewer(topic(said).orElseThrow().id(), participant, opening.at(), clock.instant())
                ? Optional.of("newer")
                : Optional.empty();
    }

    private Optional<KeptPost> post(Map<String, Object> said, KeptTopic topic) {
        return SaidInAct.post(said)
                .flatMap(it -> posts.find(it, ""))
                .filter(it -> it.topic() == topic.id() && !it.gone() && TellingModerators.moderated(it));
    }

    private Optional<KeptTopic> topic(Map<String, Object> said) {
        var number = text(said, "topic");
        return number.matches("[0-9]{1,18}") ? topics.find(Long.parseLong(number)) : Optional.empty();
    }

    /** What its author says now: until it is placed, the text may have been changed and the label made narrower. */
    Map<String, Object> said(Threads.KeptAct opening) {
        var said = new HashMap<>(opening.body());
        threads.effective(opening.thread(), CHANGES).forEach(it -> {
            var text = text(it.body(), "text");
            if (it.envelope().type().equals("correct") && !text.isEmpty()) said.put("text", text);
            if (it.envelope().type().equals("narrow"))
                narrow(said, it.envelope().facts());
        });
        return said;
    }

    private static void narrow(Map<String, Object> said, Map<String, String> facts) {
        var light = TrafficLight.of(text(said, "label"));
        TrafficLight.of(facts.getOrDefault("label", ""))
                .filter(it -> light.filter(one -> one.widerThan(it)).isPresent())
                .ifPresent(it -> said.put("label", it.word()));
    }

    /** Once; nothing where something keeps it from it, which is on record then. */
    void place(Threads.Thread thread) {
        if (posts.ofThread(thread.id()).isPresent()) return;
        var opening = threads.opening(thread.id()).orElseThrow();
        var said = said(opening);
        var obstacle = obstacle(said, thread.counterpart());
        if (obstacle.isPresent()) {
            ledger.record(null, "forum.not-placed", thread.id(), Map.of("reason", obstacle.get()));
            return;
        }
        if (SaidInAct.notifies(said)) {
            var about = post(said, topic(said).orElseThrow()).orElseThrow();
            telling.told(about, text(said, "text"), thread.id(), node(thread.counterpart()));
            return;
        }
        var now = clock.instant();
        var room = text(said, "room");
        var light = TrafficLight.of(text(said, "label")).orElseThrow();
        if (SaidInAct.stands(said)) {
            stand(topic(said).orElseThrow(), light, said, opening, thread);
            return;
        }
        var language = text(said, "language");
        boolean answers = !SaidInAct.opens(said);
        var title = text(said, "title");
        long topic = answers
                ? topic(said).orElseThrow().id()
                : topics.add(new KeptTopic(
                        0,
                        room,
                        TopicKind.of(text(said, "kind")).orElseThrow(),
                        title,
                        language,
                        light,
                        articles(said),
                        now,
                        now,
                        null,
                        null,
                        SaidInAct.asked(said),
                        SaidInAct.asked(said).isEmpty()
                                ? null
                                : SaidInAct.day(said).orElseThrow()));
        long post = posts.add(
                new KeptPost(
                        0,
                        topic,
                        room,
                        title,
                        light,
                        language,
                        text(said, "text"),
                        thread.counterpart(),
                        PostSource.NODE,
                        opening.id(),
                        CaseDataCheck.of(title + "\n" + text(said, "text")),
                        now,
                        null,
                        null,
                        null,
                        false),
                answers ? "" : title,
                new PostSpeaker(
                        thread.counterpart(), node(thread.counterpart()).person(), thread.counterpart(), thread.id()));
        topics.spoken(topic, now);
        ledger.record(null, "forum.placed", WritingPosts.subject(post), Map.of("room", room, "label", light.mark()));
    }

    private void stand(
            KeptTopic topic,
            TrafficLight light,
            Map<String, Object> said,
            Threads.KeptAct opening,
            Threads.Thread thread) {
        var by = node(thread.counterpart());
        // Who presses meanwhile on a page has seen either what stood before, and this act comes after, or this.
        stances.lock(topic.id(), by.participant());
        boolean stands = stances.stand(
                topic,
                new ParticipantStance(
                        light,
                        by.participant(),
                        by.person(),
                        by.participant(),
                        SaidInAct.line(said).orElseThrow(),
                        text(said, "text"),
                        opening.at(),
                        SaidInAct.tries(said) ? SaidInAct.post(said).orElseThrow() : null),
                thread.id(),
                clock.instant());
        if (stands) ledger.record(null, "forum.stance", "topic-" + topic.id(), Map.of("room", topic.room()));
        else ledger.record(null, "forum.not-placed", thread.id(), Map.of("reason", "newer"));
    }

    static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? TypedText.clean(text) : "";
    }

    /** What is no article of the Convention is left out: nobody could find the topic by it. */
    List<String> articles(Map<String, Object> said) {
        return said.get("articles") instanceof List<?> list
                ? list.stream()
                        .map(it -> String.valueOf(it).strip())
                        .filter(it -> PostForm.isArticle(it) && law.has(it))
                        .limit(10)
                        .toList()
                : List.of();
    }
}
