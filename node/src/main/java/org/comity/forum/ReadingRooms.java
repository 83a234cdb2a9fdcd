package org.comity.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.ui.ListPage;
import org.comity.ui.SafeHtml;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws rooms, topics and what was found, with nothing in it that the rule does not let through to this reader. */
@Component
@Transactional(readOnly = true)
class ReadingRooms {

    /** Of posts on a page, with their HTML: with frame and forms the page stays under 50 KB. */
    static final int LARGEST_PAGE = 20_000;

    static final int POSTS = 20;
    private static final int FOUND = 50;

    private final RoomRows rooms;
    private final TopicRows topics;
    private final PostRows posts;
    private final StanceRows stances;
    private final ModerationRows moderations;
    private final PostTranslationRows translations;
    private final RoomAccess access;
    private final Clock clock;

    ReadingRooms(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            StanceRows stances,
            ModerationRows moderations,
            PostTranslationRows translations,
            RoomAccess access,
            Clock clock) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.stances = stances;
        this.moderations = moderations;
        this.translations = translations;
        this.access = access;
        this.clock = clock;
    }

    RoomsListView all(@Nullable String after, RoomReader by) {
        var page = ListPage.of(rooms(SharingChannel.PAGE, after, RoomRows.PAGE + 1, by), RoomRows.PAGE);
        return new RoomsListView(page.rows(), page.next(KeptRoom::id), access.holds(by));
    }

    RoomView room(String id, @Nullable Long after, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var room = rooms.find(id).filter(it -> it.openedAt() != null).orElseThrow(RoomRefused::unknown);
        var last = after == null ? null : topics.find(after, readable).orElseThrow(RoomRefused::unknown);
        var page = ListPage.of(topics.page(id, readable, last), TopicRows.PAGE);
        // Words that were widened are read by others too; the room itself is not there for them.
        if (!readable.sees(room) && page.rows().isEmpty()) throw RoomRefused.unknown();
        boolean inside = readable.sees(room)
                && access.roles(by, id).stream()
                        .anyMatch(it -> it != SharingRole.PUBLIC
                                && it != SharingRole.PARTICIPANT
                                && it != SharingRole.ADMINISTRATOR);
        // Who sits in a working group is read by whoever reads the group.
        boolean composition = room.working() && !room.chatham() && readable.sees(room);
        return new RoomView(
                room,
                readable.sees(room),
                page.rows(),
                page.next(KeptTopic::id),
                inside || composition ? rooms.members(id) : List.of(),
                access.mayWrite(by, room),
                access.leads(by, room));
    }

    TopicView topic(long id, long after, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var topic = topics.find(id, readable).orElseThrow(RoomRefused::unknown);
        var room = rooms.find(topic.room()).orElseThrow(RoomRefused::unknown);
        var page = posts.ofTopic(id, readable, after, POSTS + 1);
        var shown = fitting(page);
        var question = posts.ofTopic(id, readable, 0, 1);
        var accepted = topic.accepted() == null || after > 0
                ? null
                : posts.find(topic.accepted(), readable)
                        .filter(it -> !it.gone())
                        .orElse(null);
        boolean moderates = readable.moderates().contains(room.id());
        boolean mayWrite = access.mayWrite(by, room);
        return new TopicView(
                room,
                topic,
                shown.stream().map(it -> veiled(it, moderates)).toList(),
                shown.size() < page.size() ? shown.getLast().id() : null,
                accepted,
                topic.kind() == TopicKind.QUESTION && question.stream().anyMatch(it -> it.mine() && posts.opens(it)),
                translations.languages(shown.stream()
                        .filter(it -> !isVeiled(it, moderates))
                        .map(KeptPost::id)
                        .toList()),
                topic.lines().isEmpty() ? List.of() : stances.of(topic, readable),
                topic.lines().isEmpty() || !mayWrite
                        ? null
                        : stances.own(room, id, by).orElse(null),
                mayWrite && accepted != null && WritingPosts.mayTry(room, posts.speaker(accepted.id()), by),
                mayWrite,
                moderates,
                topics.find(id, access.readable(by, SharingChannel.EXPORT)).isPresent());
    }

    private static boolean isVeiled(KeptPost post, boolean moderates) {
        return post.hiddenAt() != null && !moderates && !post.mine();
    }

    /** What was hidden is read by who said it and by moderators, and so are its translations. */
    private static KeptPost veiled(KeptPost post, boolean moderates) {
        if (!isVeiled(post, moderates)) return post;
        return new KeptPost(
                post.id(),
                post.topic(),
                post.room(),
                post.title(),
                post.light(),
                post.language(),
                "",
                post.shownAs(),
                post.source(),
                null,
                List.of(),
                post.at(),
                post.changedAt(),
                post.withdrawnAt(),
                post.hiddenAt(),
                false);
    }

    /** As many as a page holds, by their size as HTML; one at least. */
    private static List<KeptPost> fitting(List<KeptPost> page) {
        var shown = new ArrayList<KeptPost>();
        int size = 0;
        for (var post : page) {
            size += SafeHtml.escaped(post.text()).getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 900;
            if (!shown.isEmpty() && (size > LARGEST_PAGE || shown.size() == POSTS)) break;
            shown.add(post);
        }
        return shown;
    }

    PostView post(long id, @Nullable String language, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var post = posts.find(id, readable).orElseThrow(RoomRefused::unknown);
        var topic = topics.find(post.topic()).orElseThrow();
        var room = rooms.find(post.room()).orElseThrow();
        boolean moderates = readable.moderates().contains(room.id());
        boolean told = moderates || post.mine();
        boolean hidden = isVeiled(post, moderates);
        var shown =
                hidden || language == null ? List.<PostTranslation>of() : translations.into(language, id, by.person());
        if (shown.isEmpty() && language != null) throw RoomRefused.unknown();
        return new PostView(
                room,
                topics.find(topic.id(), readable).map(KeptTopic::title).orElse(""),
                veiled(post, moderates),
                hidden ? List.of() : translations.languages(List.of(id)).getOrDefault(id, List.of()),
                shown,
                told ? moderations.of(id) : List.of(),
                told ? moderations.consents(id) : List.of(),
                moderates && room.chatham() ? moderations.disclosures(id) : List.of(),
                null,
                access.mayWrite(by, room),
                moderates,
                by);
    }

    /** Lines of temperature checks that may reach this reader by that way, newest first. */
    List<StanceRows.Line> newestStances(SharingChannel channel, Duration back, int most, RoomReader by) {
        return stances.newest(access.readable(by, channel), clock.instant().minus(back), most);
    }

    List<KeptPost> found(String words, SharingChannel channel, RoomReader by) {
        return posts.found(words, access.readable(by, channel), FOUND);
    }

    /** What may reach this reader by that way, newest first. */
    List<KeptPost> newest(@Nullable String room, SharingChannel channel, Duration back, int most, RoomReader by) {
        Instant since = clock.instant().minus(back);
        return posts.newest(room, access.readable(by, channel), since, most);
    }

    /** Rooms of whose label something may reach this reader by that way, by title, after one of them. */
    List<KeptRoom> rooms(SharingChannel channel, @Nullable String after, int most, RoomReader by) {
        var readable = access.readable(by, channel);
        var last =
                after == null ? null : rooms.find(after).filter(readable::sees).orElseThrow(RoomRefused::unknown);
        return rooms.page(readable, last, most);
    }

    /** The same rooms, opened last first, and before them those of these that are among them. */
    List<KeptRoom> newestRooms(List<String> these, SharingChannel channel, int most, RoomReader by) {
        var readable = access.readable(by, channel);
        return Stream.concat(rooms.some(these, readable).stream(), rooms.newest(readable, most).stream())
                .distinct()
                .toList();
    }

    /** Topics of a room that may reach this reader by that way, a page at a time, last spoken in first. */
    List<KeptTopic> topicsBy(String room, SharingChannel channel, @Nullable Long after, RoomReader by) {
        var readable = access.readable(by, channel);
        var last = after == null ? null : topics.find(after, readable).orElseThrow(RoomRefused::unknown);
        var page = topics.page(room, readable, last);
        boolean there = rooms.find(room).filter(readable::sees).isPresent();
        if (!there && page.isEmpty()) throw RoomRefused.unknown();
        return ListPage.of(page, TopicRows.PAGE).rows();
    }

    /** A topic with what of it may reach this reader by that way, a page at a time. */
    KeptTopic topicBy(long id, SharingChannel channel, RoomReader by) {
        return topics.find(id, access.readable(by, channel)).orElseThrow(RoomRefused::unknown);
    }

    /** What stands of it, in the order in which it was said; fewer than asked for only where there are no more. */
    List<KeptPost> postsBy(long topic, SharingChannel channel, long after, int most, RoomReader by) {
        return posts.standing(topic, access.readable(by, channel), after, most);
    }

    List<ParticipantStance> stancesOf(KeptTopic topic, SharingChannel channel, RoomReader by) {
        return stances.of(topic, access.readable(by, channel));
    }

    List<CountedModeration> counted() {
        return moderations.counted();
    }
}
