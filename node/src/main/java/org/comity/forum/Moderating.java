package org.comity.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.ledger.Ledger;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moderates with written reasons, hears appeals by a third person, and changes labels: wider only with the source's consent. */
@Component
@Transactional
class Moderating {

    private static final int LONGEST = 1_000;

    private final PostRows posts;
    private final ModerationRows rows;
    private final RoomRows rooms;
    private final RoomAccess access;
    private final Ledger ledger;
    private final HearingAppeals hearing;
    private final Clock clock;
    private final Duration appealing;

    // More than eight: whatever is done to a post by a moderator stands or falls in one transaction.
    Moderating(
            PostRows posts,
            ModerationRows rows,
            RoomRows rooms,
            RoomAccess access,
            Ledger ledger,
            HearingAppeals hearing,
            Clock clock,
            @Value("${node.forum.appeal-within:P7D}") Duration appealing) {
        this.posts = posts;
        this.rows = rows;
        this.rooms = rooms;
        this.access = access;
        this.ledger = ledger;
        this.hearing = hearing;
        this.clock = clock;
        this.appealing = appealing;
    }

    Duration appealing() {
        return appealing;
    }

    /** What was done before it can be appealed no more. */
    Instant appealsFrom() {
        return clock.instant().minus(appealing);
    }

    @Transactional(readOnly = true)
    boolean isInTime(long moderation) {
        return rows.find(moderation)
                .filter(it -> it.at().isBefore(appealsFrom()))
                .isEmpty();
    }

    /**
     * By a moderator, of words that were said on a page or by mail. Words that came by an act are moderated by acts: only these
     * tell their author, who can then appeal.
     *
     * @param to the narrower label, of {@link ModerationStep#NARROW} alone
     */
    void take(long post, ModerationStep step, String reason, String words, @Nullable TrafficLight to, RoomReader by) {
        var kept = readable(post, by);
        var moderator = moderator(kept, by);
        mustBeOfPages(kept);
        if (!ModerationStep.REASONS.contains(reason)) throw RoomRefused.incomplete();
        var why = words(words);
        if (kept.withdrawnAt() != null) throw RoomRefused.decided();
        switch (step) {
            case ASK -> {}
            case HIDE -> {
                if (!posts.hide(post, clock.instant())) throw RoomRefused.decided();
            }
            case NARROW -> {
                if (to == null || !WritingPosts.narrower(kept.light()).contains(to)) throw RoomRefused.label();
                if (!posts.relabel(kept, to)) throw RoomRefused.decided();
            }
        }
        rows.add(kept, step, reason, why, moderator.id(), clock.instant());
        ledger.record(
                moderator,
                "forum.moderated",
                WritingPosts.subject(post),
                Map.of("room", kept.room(), "step", step.word(), "reason", reason));
    }

    /** By who said it, within the days in which that can be done. */
    void appeal(long moderation, String words, RoomReader by) {
        var done = rows.find(moderation).orElseThrow(RoomRefused::unknown);
        var post = posts.find(done.post(), by.person()).filter(KeptPost::mine).orElseThrow(RoomRefused::unknown);
        var now = clock.instant();
        if (!rows.appeal(moderation, words(words), now, now.minus(appealing))) throw RoomRefused.decided();
        var room = rooms.find(post.room()).orElseThrow();
        ledger.record(
                WritingPosts.named(room, by),
                "forum.appealed",
                WritingPosts.subject(post.id()),
                Map.of("room", post.room()));
    }

    /** By a moderator who neither did it nor said the words. What is lifted stands again, but for a label: that takes the source's consent. */
    void decide(long moderation, boolean lift, String words, RoomReader by) {
        var done = rows.find(moderation).orElseThrow(RoomRefused::unknown);
        var post = readable(done.post(), by);
        var moderator = moderator(post, by);
        mustBeOfPages(post);
        if (post.mine() || hearing.took(done, moderator.id())) throw RoomRefused.sameModerator();
        if (!rows.decide(moderation, lift, words(words), moderator.id(), clock.instant())) throw RoomRefused.decided();
        if (lift && done.action() == ModerationStep.HIDE) posts.hide(post.id(), null);
        ledger.record(
                moderator,
                "forum.appeal-decided",
                WritingPosts.subject(post.id()),
                Map.of("room", post.room(), "lifted", Boolean.toString(lift)));
    }

    /** Asks the source whether its words may bear a wider label; nothing changes by it. */
    void askWider(long post, TrafficLight wider, String why, RoomReader by) {
        var kept = readable(post, by);
        var moderator = moderator(kept, by);
        mustBeOfPages(kept);
        mayWiden(kept, wider);
        rows.askConsent(kept, wider, moderator.id(), words(why), clock.instant());
        ledger.record(
                moderator,
                "forum.wider-asked",
                WritingPosts.subject(post),
                Map.of("room", kept.room(), "label", wider.mark()));
    }

    /** The source consents, on record, and its words bear the wider label from now on. */
    void consent(long post, TrafficLight wider, RoomReader by) {
        var kept = posts.find(post, by.person()).filter(KeptPost::mine).orElseThrow(RoomRefused::unknown);
        mayWiden(kept, wider);
        rows.consent(kept, wider, by.person(), null, clock.instant());
        if (!posts.relabel(kept, wider)) throw RoomRefused.noConsent();
        var room = rooms.find(kept.room()).orElseThrow();
        ledger.record(
                WritingPosts.named(room, by),
                "forum.widened",
                WritingPosts.subject(post),
                Map.of("room", kept.room(), "label", wider.mark()));
    }

    /** Whether this label would be wider than the one that the reader's own words bear now. */
    @Transactional(readOnly = true)
    boolean widens(long post, TrafficLight to, RoomReader by) {
        return to.widerThan(posts.find(post, by.person())
                .filter(KeptPost::mine)
                .orElseThrow(RoomRefused::unknown)
                .light());
    }

    /** What is said to named persons stays with them; say it again in another room. */
    static void mayWiden(KeptPost post, TrafficLight wider) {
        if (!widens(post, wider)) throw RoomRefused.label();
    }

    static boolean widens(KeptPost post, TrafficLight to) {
        return to.widerThan(post.light()) && post.light() != TrafficLight.RED && !post.gone();
    }

    /** A source makes its own words narrower at any time. */
    void narrow(long post, TrafficLight to, RoomReader by) {
        var kept = posts.find(post, by.person()).filter(KeptPost::mine).orElseThrow(RoomRefused::unknown);
        if (!WritingPosts.narrower(kept.light()).contains(to)) throw RoomRefused.label();
        if (!posts.relabel(kept, to)) throw RoomRefused.decided();
        var room = rooms.find(kept.room()).orElseThrow();
        ledger.record(
                WritingPosts.named(room, by),
                "forum.narrowed",
                WritingPosts.subject(post),
                Map.of("room", kept.room(), "label", to.mark()));
    }

    /** Asks to be told who spoke under the Chatham House Rule; a second moderator must agree. */
    void askWho(long post, String why, RoomReader by) {
        var kept = readable(post, by);
        var moderator = moderator(kept, by);
        if (!rooms.find(kept.room()).orElseThrow().chatham()) throw RoomRefused.decided();
        rows.askDisclosure(kept, moderator.id(), words(why), clock.instant());
        ledger.record(moderator, "forum.who-asked", WritingPosts.subject(post), Map.of("room", kept.room()));
    }

    void agreeWho(long post, long disclosure, RoomReader by) {
        var kept = readable(post, by);
        var moderator = moderator(kept, by);
        if (rows.disclosures(post).stream().noneMatch(it -> it.id() == disclosure)) throw RoomRefused.unknown();
        if (!rows.agree(disclosure, moderator.id(), clock.instant())) throw RoomRefused.sameModerator();
        ledger.record(moderator, "forum.who-opened", WritingPosts.subject(post), Map.of("room", kept.room()));
    }

    /** Who said it, for the two who agreed on asking, and for nobody else. */
    @Transactional(readOnly = true)
    Optional<PostSpeaker> who(KeptPost post, RoomReader by) {
        var official = by.official();
        if (official == null) return Optional.empty();
        return rows.disclosures(post.id()).stream()
                .filter(it -> it.agreedBy() != null
                        && List.of(it.askedBy(), it.agreedBy()).contains(official.id()))
                .findFirst()
                .map(it -> posts.speaker(post.id()));
    }

    /** Appeals in the rooms that this reader moderates, on which the reader may decide. */
    @Transactional(readOnly = true)
    List<DoneModeration> appeals(RoomReader by) {
        var official = by.official();
        var moderated = access.moderated(by);
        return official == null || moderated.isEmpty()
                ? List.of()
                : rows.appeals(moderated, by.person()).stream()
                        .filter(it -> !hearing.took(it, official.id()))
                        .toList();
    }

    /** What was done with this person's words, and can still be appealed. */
    @Transactional(readOnly = true)
    List<DoneModeration> appealable(String person) {
        return rows.appealable(person, clock.instant().minus(appealing));
    }

    /** Whole days until it can be appealed no more; at least one while it can. */
    long daysLeft(DoneModeration done) {
        var left = Duration.between(clock.instant(), done.at().plus(appealing));
        return Math.max(1, left.plusDays(1).minusNanos(1).toDays());
    }

    /** The thread in which a moderator does the same by acts; empty for words that no act brought, and for other readers. */
    @Transactional(readOnly = true)
    Optional<String> thread(KeptPost post, RoomReader by) {
        boolean moderates = by.official() != null
                && rooms.moderators(post.room()).contains(by.official().id());
        return moderates && post.act() != null
                ? Optional.ofNullable(posts.speaker(post.id()).thread())
                : Optional.empty();
    }

    private static void mustBeOfPages(KeptPost post) {
        if (post.act() != null) throw RoomRefused.byAct();
    }

    private KeptPost readable(long post, RoomReader by) {
        return posts.find(post, access.readable(by, SharingChannel.PAGE)).orElseThrow(RoomRefused::unknown);
    }

    private Official moderator(KeptPost post, RoomReader by) {
        var official = by.official();
        if (official == null || !rooms.moderators(post.room()).contains(official.id())) throw RoomRefused.forbidden();
        return Objects.requireNonNull(official);
    }

    static boolean fits(String typed) {
        var clean = TypedText.clean(typed);
        return !clean.isEmpty() && clean.length() <= LONGEST;
    }

    private static String words(String typed) {
        var clean = TypedText.clean(typed);
        if (!fits(clean)) throw RoomRefused.incomplete();
        return clean;
    }
}
