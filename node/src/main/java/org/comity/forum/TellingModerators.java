package org.comity.forum;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.ledger.Ledger;
import org.comity.ui.TypedText;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a reader tells the moderators of a room about a contribution; nothing happens to it before one of them looks. */
@Component
@Transactional
class TellingModerators {

    /** Of one participant within a day, so that nobody makes moderators read all day. */
    static final int MOST_A_DAY = 20;

    private final PostNoticeRows notices;
    private final PostRows posts;
    private final RoomRows rooms;
    private final RoomAccess access;
    private final WritingPosts writing;
    private final Ledger ledger;
    private final Clock clock;

    TellingModerators(
            PostNoticeRows notices,
            PostRows posts,
            RoomRows rooms,
            RoomAccess access,
            WritingPosts writing,
            Ledger ledger,
            Clock clock) {
        this.notices = notices;
        this.posts = posts;
        this.rooms = rooms;
        this.access = access;
        this.writing = writing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** By whoever takes part and may read it. */
    void tell(long post, String words, RoomReader by) {
        if (!by.somebody()) throw RoomRefused.forbidden();
        var kept = posts.find(post, access.readable(by, SharingChannel.PAGE)).orElseThrow(RoomRefused::unknown);
        if (!Moderating.fits(words)) throw RoomRefused.incomplete();
        if (kept.gone() || kept.mine()) throw RoomRefused.decided();
        if (!moderated(kept)) throw RoomRefused.forbidden();
        if (obstacle(by.participant()).isPresent()) throw RoomRefused.toldEnough();
        told(kept, TypedText.clean(words), null, by);
    }

    /** What is for named persons alone no moderator reads. */
    static boolean moderated(KeptPost post) {
        return post.light() != TrafficLight.RED;
    }

    /** What keeps this participant from telling more today: words {@code forum.obstacle.<code>}. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(String participant) {
        return notices.since(participant, clock.instant().minus(1, DAYS)) < MOST_A_DAY
                ? Optional.empty()
                : Optional.of("told-enough");
    }

    /** @param thread of the act that says it; null where a page does */
    void told(KeptPost post, String words, @Nullable String thread, RoomReader by) {
        var room = rooms.find(post.room()).orElseThrow(RoomRefused::unknown);
        var shown = writing.shownAs(room, by.participant(), by.person());
        notices.tell(post, by, shown, words, thread, clock.instant());
        ledger.record(
                WritingPosts.named(room, by),
                "forum.told",
                WritingPosts.subject(post.id()),
                Map.of("room", post.room()));
    }

    /** What an act said is corrected or taken back by a later one of its thread; what is no such words changes nothing. */
    void follow(String thread, String type, String words) {
        if (type.equals("withdraw")) notices.forgetting(thread);
        if (type.equals("correct") && Moderating.fits(words)) notices.correct(thread, TypedText.clean(words));
    }

    /** Of the rooms that this reader moderates. */
    @Transactional(readOnly = true)
    public List<OpenNotice> open(RoomReader by) {
        var moderated = access.moderated(by);
        return moderated.isEmpty() ? List.of() : notices.open(moderated, by.person());
    }

    /** A moderator has looked, whatever was done then; nobody looks for one whose own words they are. */
    void looked(long notice, RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var post = notices.about(notice)
                .flatMap(it -> posts.find(it, readable))
                .filter(it -> readable.moderates().contains(it.room()))
                .orElseThrow(RoomRefused::unknown);
        if (post.mine()) throw RoomRefused.sameModerator();
        var moderator = Objects.requireNonNull(by.official());
        if (!notices.looked(notice, moderator.id(), clock.instant())) throw RoomRefused.decided();
        ledger.record(moderator, "forum.told-looked", WritingPosts.subject(post.id()), Map.of("room", post.room()));
    }
}
