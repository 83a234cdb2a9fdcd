package org.comity.forum;

import java.time.Clock;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.ui.TypedText;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps translations beside what was said: by a person, or by a machine and then perhaps checked by a person. */
@Component
@Transactional
class TranslatingPosts {

    /** Of one post, into whatever languages. */
    static final int MOST = 20;

    private static final String REMOVED = "forum.translation-removed";
    private static final int LONGEST = 8_000;

    private final PostRows posts;
    private final PostTranslationRows rows;
    private final RoomRows rooms;
    private final RoomAccess access;
    private final Ledger ledger;
    private final Clock clock;

    TranslatingPosts(
            PostRows posts, PostTranslationRows rows, RoomRows rooms, RoomAccess access, Ledger ledger, Clock clock) {
        this.posts = posts;
        this.rows = rows;
        this.rooms = rooms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In place of what the same person wrote in this language before; beside what others wrote. */
    void keep(long post, String language, boolean machine, String text, RoomReader by) {
        rows.lock(post);
        var kept = readable(post, by);
        var room = room(kept, by);
        var clean = TypedText.clean(text);
        if (clean.isEmpty()
                || clean.length() > LONGEST
                || !language.matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
                || language.equals(kept.language())) throw RoomRefused.incomplete();
        if (rows.stands(post, language, machine, clean, by.person())) return;
        rows.remove(post, language, by.person());
        if (rows.count(post) >= MOST) throw RoomRefused.translations();
        rows.add(kept, language, machine, clean, by.person(), shown(room, by), clock.instant());
        ledger.record(
                WritingPosts.named(room, by),
                "forum.translated",
                WritingPosts.subject(post),
                Map.of("room", room.id(), "language", language));
    }

    /** A person compared what a machine made with the original. */
    void check(long post, long translation, RoomReader by) {
        var kept = readable(post, by);
        var room = room(kept, by);
        var language =
                rows.check(post, translation, shown(room, by), clock.instant()).orElseThrow(RoomRefused::decided);
        ledger.record(
                WritingPosts.named(room, by),
                "forum.translation-checked",
                WritingPosts.subject(post),
                Map.of("room", room.id(), "language", language));
    }

    /** By whoever made it, or by a moderator with a reason. */
    void remove(long post, long translation, String reason, RoomReader by) {
        var kept = readable(post, by);
        var room = rooms.find(kept.room()).orElseThrow(RoomRefused::unknown);
        if (rows.made(post, translation, by.person())) {
            var language = rows.remove(post, translation).orElseThrow(RoomRefused::decided);
            ledger.record(
                    WritingPosts.named(room, by),
                    REMOVED,
                    WritingPosts.subject(post),
                    Map.of("room", room.id(), "language", language));
            return;
        }
        var official = by.official();
        if (official == null || !rooms.moderators(room.id()).contains(official.id())) throw RoomRefused.forbidden();
        if (!ModerationStep.REASONS.contains(reason)) throw RoomRefused.incomplete();
        var language = rows.remove(post, translation).orElseThrow(RoomRefused::decided);
        ledger.record(
                official,
                REMOVED,
                WritingPosts.subject(post),
                Map.of("room", room.id(), "language", language, "reason", reason));
    }

    private static String shown(KeptRoom room, RoomReader by) {
        return room.chatham() ? "" : by.participant();
    }

    private KeptPost readable(long post, RoomReader by) {
        var kept = posts.find(post, access.readable(by, SharingChannel.PAGE)).orElseThrow(RoomRefused::unknown);
        if (kept.gone()) throw RoomRefused.unknown();
        return kept;
    }

    private KeptRoom room(KeptPost post, RoomReader by) {
        var room = rooms.find(post.room()).orElseThrow(RoomRefused::unknown);
        if (!access.mayWrite(by, room)) throw RoomRefused.forbidden();
        return room;
    }
}
