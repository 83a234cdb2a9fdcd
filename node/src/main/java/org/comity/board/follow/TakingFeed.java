package org.comity.board.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.board.HeldEntry;
import org.comity.board.Publication;
import org.comity.directory.Directory;
import org.comity.exchange.PeerReading.Got;
import org.comity.exchange.PeerReading.Line;
import org.comity.proof.Malformed;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.FeedRefused;
import org.comity.proof.feed.HeldFeed;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.UnreadableNote;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Takes what is new in one feed, as far as it can be checked. */
@Component
class TakingFeed {

    static final int LARGEST_PAGE = 256 << 10;

    private static final int LARGEST_CERTIFICATION = 4 << 10;
    private static final int LARGEST_DOCUMENT = Publication.LARGEST_DOCUMENT;
    /** Of one turn: so many of the newest, and as many more from where the last turn ended. */
    private static final int BODIES = 250;

    private final FollowedRows rows;
    private final HeldRows bodies;
    private final KeepingFollowed keeping;
    private final HostKeys keys;
    private final Directory directory;
    private final Clock clock;
    private final Map<FeedName, CheckedFeed> checked = new ConcurrentHashMap<>();
    private final Map<FeedName, Long> askedDownTo = new ConcurrentHashMap<>();
    /** By host and audience, and of each the feed that came last: a host that begins all and ends none fills no memory. */
    private final Map<FeedName, PagesOfFeed> arriving = new ConcurrentHashMap<>();

    TakingFeed(
            FollowedRows rows,
            HeldRows bodies,
            KeepingFollowed keeping,
            HostKeys keys,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.keeping = keeping;
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Notes by itself what was in the way; a stopped feed is left alone.
     *
     * @throws BoundedLine.Over if the turn is over with it: no other feed can be asked for either
     */
    void take(FeedName feed, Line host) throws BoundedLine.Over {
        var followed = rows.begin(feed, clock.instant());
        if (followed.isStopped()) return;
        try {
            entries(followed, host);
            bodies(feed, host);
        } catch (BoundedLine.Over e) {
            rows.fails(feed, "slow", clock.instant());
            throw e;
        } catch (IOException e) {
            rows.fails(feed, "unreachable", clock.instant());
        } catch (DataIntegrityViolationException e) {
            // E.g. one act twice: what can never be kept here is refused like all else that is wrong.
            refused(feed, "cannot-be-kept");
        } catch (FeedRefused e) {
            refused(feed, e.code());
        } catch (Malformed e) {
            refused(feed, e.code());
        } catch (UnreadableNote e) {
            refused(feed, e.code());
        }
    }

    /** What another follower was shown; nothing where it cannot be said. */
    Optional<HeldFeed.Face> compare(FeedName feed, Note others) {
        try {
            return rows.find(feed)
                    .filter(it -> it.size() > 0)
                    .flatMap(this::kept)
                    .map(it -> it.compare(others));
        } catch (FeedRefused | Malformed | UnreadableNote e) {
            return Optional.empty();
        }
    }

    private void refused(FeedName feed, String code) {
        // Perhaps the host has a new key: the next turn asks for it.
        checked.remove(feed);
        rows.certified(feed, null);
        rows.fails(feed, code, clock.instant());
    }

    private void entries(FollowedFeed followed, Line host) throws IOException {
        var feed = followed.name();
        var held = held(followed, host);
        var note = Note.read(ok(host.get(feed.path("checkpoint"), Note.LARGEST)));
        long size = FeedCheckpoint.read(note.text()).head().size();
        var more = size > HeldFeed.MOST ? List.<Published>of() : pages(feed, held.size(), size, host);
        try {
            held.take(note, more, clock.instant());
        } catch (FeedRefused e) {
            if (!e.code().equals("other-face") && !e.code().equals("shrunk")) throw e;
            keeping.stop(
                    feed, e.code(), Objects.requireNonNullElse(followed.checkpoint(), ""), note.write(), feed.host());
            return;
        }
        if (!keeping.keep(feed, followed.size(), more, note.write())) {
            checked.remove(feed);
        }
    }

    private CheckedFeed held(FollowedFeed followed, Line host) throws IOException {
        var kept = kept(followed);
        if (kept.isPresent()) return kept.get();
        var feed = followed.name();
        byte[] certification = ok(host.get(feed.path("key"), LARGEST_CERTIFICATION));
        var held = loaded(followed, keys.log(feed, certification));
        rows.certified(feed, new String(certification, UTF_8));
        return held;
    }

    /** As it is held here, whether the host answers or not; nothing before the host's key is known. */
    private Optional<CheckedFeed> kept(FollowedFeed followed) {
        var known = checked.get(followed.name());
        if (known != null && known.size() == followed.size()) return Optional.of(known);
        return Optional.ofNullable(followed.certification())
                .map(it -> loaded(followed, keys.log(followed.name(), it.getBytes(UTF_8))));
    }

    private CheckedFeed loaded(FollowedFeed followed, NoteKey log) {
        var feed = followed.name();
        var fresh = new CheckedFeed(feed, directory.network(), keys.register(feed.host()), log);
        if (followed.checkpoint() != null) {
            try {
                fresh.resume(Note.read(followed.checkpoint()), rows.held(feed));
            } catch (FeedRefused e) {
                throw new Malformed("kept-copy-changed", "what is held here is not what was taken");
            }
        }
        checked.put(feed, fresh);
        return fresh;
    }

    private List<Published> pages(FeedName feed, long from, long to, Line host) throws IOException {
        var key = new FeedName(feed.host(), feed.feed().audience());
        var begun = arriving.get(key);
        var more = begun != null && begun.begins(feed, from, to) ? begun : new PagesOfFeed(feed, from);
        while (more.next() < to) {
            byte[] content = ok(host.get(feed.path("entries/" + more.next()), LARGEST_PAGE));
            // Said again only when this page was right: what is refused is asked for from the beginning.
            arriving.remove(key, more);
            var page = Published.page(content);
            if (page.isEmpty()) return more.all();
            more.add(page.subList(0, (int) Math.min(page.size(), to - more.next())), content.length);
            arriving.put(key, more);
        }
        arriving.remove(key, more);
        return more.all();
    }

    /** Newest first, and then on through the rest turn by turn: bodies that a host never gives keep no other away. */
    private void bodies(FeedName feed, Line host) throws IOException {
        var newest = bodies.missing(feed, Long.MAX_VALUE, BODIES);
        @Nullable Malformed wrong = bodies(feed, newest, host, null);
        if (newest.size() < BODIES) {
            askedDownTo.remove(feed);
        } else {
            long end = newest.getLast().k();
            var more = bodies.missing(feed, Math.min(end, askedDownTo.getOrDefault(feed, end)), BODIES);
            wrong = bodies(feed, more, host, wrong);
            if (more.size() < BODIES) askedDownTo.remove(feed);
            else askedDownTo.put(feed, more.getLast().k());
        }
        if (wrong != null) throw wrong;
    }

    /**
     * What the host took away meanwhile falls with one of the next entries.
     *
     * @return the first that is not what its envelope names
     */
    private @Nullable Malformed bodies(FeedName feed, List<HeldEntry> missing, Line host, @Nullable Malformed before)
            throws IOException {
        var wrong = before;
        for (var each : missing) {
            var got = host.get(feed.path("bodies/" + each.act()), LARGEST_DOCUMENT);
            if (got.status() == 404 || got.status() == 410) continue;
            byte[] document = ok(got);
            try {
                keeping.body(feed, each, document);
            } catch (Malformed e) {
                wrong = Objects.requireNonNullElse(wrong, e);
            }
        }
        return wrong;
    }

    private static byte[] ok(Got got) throws IOException {
        if (got.status() != 200) throw new IOException("the host answered " + got.status());
        return got.content();
    }
}
