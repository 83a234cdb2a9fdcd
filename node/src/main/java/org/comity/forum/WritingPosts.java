package org.comity.forum;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says, corrects, accepts and takes back, for who is before a page of a room. */
@Component
@Transactional
class WritingPosts {

    /** With which the subject of a contribution begins. */
    static final String POST = "post-";

    private final RoomRows rooms;
    private final TopicRows topics;
    private final PostRows posts;
    private final StanceRows stances;
    private final RoomAccess access;
    private final Ledger ledger;
    private final KnownArticles law;
    private final Clock clock;

    WritingPosts(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            StanceRows stances,
            RoomAccess access,
            Ledger ledger,
            KnownArticles law,
            Clock clock) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.stances = stances;
        this.access = access;
        this.ledger = ledger;
        this.law = law;
        this.clock = clock;
    }

    /** @param opens it is the first of a topic */
    FormProblems problems(PostForm form, KeptRoom room, boolean opens) {
        var problems = form.problems(room, opens, law);
        if (!opens || problems.any()) return problems;
        return form.asking(access.today(), it -> access.canBeAsked(it, room));
    }

    /** A topic with its first post. */
    long open(String room, PostForm form, RoomReader by) {
        var kept = writable(room, by);
        var kind = TopicKind.of(form.kind()).orElseThrow(RoomRefused::incomplete);
        if (kind.led() && !(kept.working() && access.leads(by, kept))) throw RoomRefused.forbidden();
        if (problems(form, kept, true).any()) throw RoomRefused.incomplete();
        var now = clock.instant();
        long topic = topics.add(new KeptTopic(
                0,
                room,
                kind,
                form.title(),
                form.language(),
                form.light(),
                form.articleList(),
                now,
                now,
                null,
                null,
                form.askedList(),
                form.day()));
        say(kept, topic, form.title(), form, PostSource.PAGE, by);
        return topic;
    }

    /** @return the post */
    long reply(long topic, PostForm form, RoomReader by) {
        return reply(topic, form, PostSource.PAGE, by);
    }

    long reply(long topic, PostForm form, PostSource source, RoomReader by) {
        var found = topics.find(topic, access.readable(by, SharingChannel.PAGE)).orElseThrow(RoomRefused::unknown);
        var kept = writable(found.room(), by);
        if (problems(form, kept, false).any()) throw RoomRefused.incomplete();
        return say(kept, topic, "", form, source, by);
    }

    private long say(KeptRoom room, long topic, String heading, PostForm form, PostSource source, RoomReader by) {
        var now = clock.instant();
        long post = posts.add(
                new KeptPost(
                        0,
                        topic,
                        room.id(),
                        heading,
                        form.light(),
                        form.language(),
                        form.text(),
                        shownAs(room, by.participant(), by.person()),
                        source,
                        null,
                        form.warned(),
                        now,
                        null,
                        null,
                        null,
                        true),
                heading,
                new PostSpeaker(by.participant(), by.person(), by.name(), null));
        topics.spoken(topic, now);
        ledger.record(
                named(room, by),
                "forum.said",
                subject(post),
                Map.of(
                        "room",
                        room.id(),
                        "label",
                        form.light().mark(),
                        "warned",
                        String.join(" ", form.warned()),
                        "source",
                        source.name()));
        return post;
    }

    /** Whether the room is still open to whoever said it. */
    @Transactional(readOnly = true)
    boolean mayCorrect(long post, RoomReader by) {
        return access.mayWrite(by, room(mine(post, by).room()));
    }

    void correct(long post, PostForm form, RoomReader by) {
        var mine = mine(post, by);
        var room = writable(mine.room(), by);
        if (mine.gone()) throw RoomRefused.decided();
        if (form.text().isEmpty() || !form.warned().isEmpty() && !form.asWritten()) throw RoomRefused.incomplete();
        if (!posts.correct(post, form.text(), form.warned(), clock.instant())) throw RoomRefused.decided();
        ledger.record(
                named(room, by),
                "forum.corrected",
                subject(post),
                Map.of("room", room.id(), "warned", String.join(" ", form.warned())));
    }

    void withdraw(long post, RoomReader by) {
        var mine = mine(post, by);
        posts.withdraw(post, clock.instant());
        ledger.record(named(room(mine.room()), by), "forum.withdrawn", subject(post), Map.of("room", mine.room()));
    }

    /** Who asked says which answer it was; again with none, and it is open anew. */
    void accept(long topic, @Nullable Long answer, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var asked = topics.find(topic, readable).orElseThrow(RoomRefused::unknown);
        var question = posts.ofTopic(topic, readable, 0, 1).stream()
                .findFirst()
                .filter(it -> it.mine() && posts.opens(it))
                .orElseThrow(RoomRefused::notYours);
        if (asked.kind() != TopicKind.QUESTION) throw RoomRefused.notYours();
        if (answer != null) {
            var found = posts.find(answer, readable)
                    .filter(it -> it.topic() == topic && it.id() != question.id() && !it.gone());
            if (found.isEmpty()) throw RoomRefused.unknown();
        }
        topics.accept(topic, answer);
        ledger.record(named(room(asked.room()), by), "forum.accepted", "topic-" + topic, Map.of("room", asked.room()));
    }

    /** What was right is not any more; who said it or moderates marks it so. */
    void stale(long topic, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var found = topics.find(topic, readable).orElseThrow(RoomRefused::unknown);
        boolean mine = posts.ofTopic(topic, readable, 0, 1).stream().anyMatch(it -> it.mine() && posts.opens(it));
        if (!mine && !readable.moderates().contains(found.room())) throw RoomRefused.notYours();
        topics.stale(topic, clock.instant());
        ledger.record(named(room(found.room()), by), "forum.stale", "topic-" + topic, Map.of("room", found.room()));
    }

    /** @param answer that the page showed as the accepted one: of another nothing was said */
    static FormProblems problems(KeptTopic topic, String stance, String words, @Nullable Long answer) {
        var problems = FormProblems.NONE;
        if (topic.kind() == TopicKind.QUESTION && !topic.isAccepted(answer)) {
            problems = problems.with("stance", "forum.needed.other-answer");
        } else if (!topic.lines().contains(stance)) {
            problems = problems.with(
                    "stance", topic.kind() == TopicKind.CHECK ? "forum.needed.stance" : "forum.needed.tried");
        }
        return words.length() > ParticipantStance.LONGEST ? problems.with("words", "forum.needed.why") : problems;
    }

    /**
     * One line of each participant; no decision. What a colleague said is not replaced by who has not seen it.
     *
     * @param answer that was tried; null in a temperature check
     * @param seen mark of the line that stood on the page
     */
    FormProblems stand(long topic, String stance, String words, @Nullable Long answer, String seen, RoomReader by) {
        var found = topics.find(topic, access.readable(by, SharingChannel.PAGE)).orElseThrow(RoomRefused::unknown);
        var room = writable(found.room(), by);
        if (found.over(access.today())) throw RoomRefused.decided();
        if (problems(found, stance, words, answer).any()) throw RoomRefused.incomplete();
        if (answer != null) {
            if (posts.find(answer, "").filter(it -> !it.gone()).isEmpty()) throw RoomRefused.decided();
            if (!mayTry(room, posts.speaker(answer), by)) throw RoomRefused.forbidden();
        }
        var stands = stances.locked(room, topic, by);
        boolean again = stands.filter(it -> it.light() == found.light() && it.says(stance, words, answer, by))
                .isPresent();
        if (again) return FormProblems.NONE;
        if (!stands.map(ParticipantStance::mark).orElse(SeenMark.NOTHING).equals(seen)) {
            return FormProblems.NONE.with("stance", SeenMark.PROBLEM);
        }
        var now = clock.instant();
        // Nothing is newer than what is said now.
        stances.stand(
                found,
                new ParticipantStance(
                        found.light(),
                        by.participant(),
                        by.person(),
                        shownAs(room, by.participant(), by.person()),
                        stance,
                        words,
                        now,
                        found.kind() == TopicKind.QUESTION ? answer : null),
                null,
                now);
        ledger.record(named(room, by), "forum.stance", "topic-" + topic, Map.of("room", room.id()));
        return FormProblems.NONE;
    }

    /**
     * Who gave the accepted answer does not say how it went, and no colleague either; but under the Chatham House Rule no colleague
     * learns from that whose answer it was.
     */
    static boolean mayTry(KeptRoom room, PostSpeaker answered, RoomReader by) {
        return room.chatham()
                ? !answered.person().equals(by.person())
                : !answered.participant().equals(by.participant());
    }

    /** Under the Chatham House Rule the group, or nothing at all where a member has none. */
    String shownAs(KeptRoom room, String participant, String person) {
        if (!room.chatham()) return participant;
        return rooms.members(room.id()).stream()
                .filter(it -> it.participant().equals(participant)
                        && (it.person().isEmpty() || it.person().equals(person)))
                .map(RoomMember::grouping)
                .findFirst()
                .orElse("");
    }

    KeptPost mine(long post, RoomReader by) {
        return posts.find(post, by.person()).filter(KeptPost::mine).orElseThrow(RoomRefused::unknown);
    }

    private KeptRoom room(String id) {
        return rooms.find(id).orElseThrow(RoomRefused::unknown);
    }

    private KeptRoom writable(String id, RoomReader by) {
        var room = rooms.find(id).filter(it -> it.openedAt() != null).orElseThrow(RoomRefused::unknown);
        if (!access.mayWrite(by, room))
            throw access.readable(by, SharingChannel.PAGE).sees(room) ? RoomRefused.forbidden() : RoomRefused.unknown();
        return room;
    }

    /** What moderators and oversight read names nobody under the Chatham House Rule. */
    static @Nullable Official named(KeptRoom room, RoomReader by) {
        return room.chatham() ? null : by.official();
    }

    static String subject(long post) {
        return POST + post;
    }

    static List<TrafficLight> narrower(TrafficLight light) {
        return java.util.Arrays.stream(TrafficLight.values())
                .filter(it -> light.widerThan(it) && it != TrafficLight.RED)
                .toList();
    }
}
