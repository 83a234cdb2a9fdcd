package org.comity.board.host;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.comity.board.BoardRefused;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.proof.Malformed;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.HeldFeed;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs each publication as the next entry of its board, and of the feed of its audience. */
@Component
class PublishingOnBoards implements Boards {

    private static final Logger log = LoggerFactory.getLogger(PublishingOnBoards.class);
    private static final int SALT = 16;
    private static final int LONGEST_REASON = 500;

    /** On which a feed that is full names the one that continues it, by its word. */
    static final String FEEDS = "feeds";

    private static final List<Audience> FIRST_TO_LAST = List.of(Audience.PUBLIC, Audience.PARTICIPANTS);

    /** At least, of a feed that is full; more where more stands in it: what must not be read any more still leaves it. */
    static final int KEPT_FOR_WITHDRAWALS = 2_000;

    /** An entry and its withdrawal, and the entry that names the next feed. */
    private static final int ONE_MORE = 3;

    private final HostedRows rows;
    private final Directory directory;
    private final Sealing sealing;
    private final Ledger ledger;
    private final Clock clock;
    private final BoardSettings settings;
    private final long most;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    PublishingOnBoards(
            HostedRows rows, Directory directory, Sealing sealing, Ledger ledger, Clock clock, BoardSettings settings) {
        this(rows, directory, sealing, ledger, clock, settings, HeldFeed.MOST - KEPT_FOR_WITHDRAWALS);
    }

    /** @param most entries of a feed before another continues it */
    PublishingOnBoards(
            HostedRows rows,
            Directory directory,
            Sealing sealing,
            Ledger ledger,
            Clock clock,
            BoardSettings settings,
            long most) {
        this.rows = rows;
        this.directory = directory;
        this.sealing = sealing;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
        this.most = most;
    }

    @Override
    public boolean hosts() {
        return settings.host();
    }

    @Override
    @Transactional
    public void publish(String board, String subject, Audience label, Map<String, ?> json) {
        if (!hosts()) return;
        rows.claim();
        put(board, subject, label, json);
    }

    private void put(String board, String subject, Audience label, Map<String, ?> json) {
        byte[] document = document(json);
        var publication =
                envelope(board, NumberedFeed.first(label), Publication.kind(board, json), subject, false, document);
        var stands = rows.standing(board, subject);
        if (stands.isPresent()) {
            var earlier = stands.get().publication();
            boolean same = Arrays.equals(
                    CanonicalJson.write(stands.get().body()), CanonicalJson.write(publication.body(document)));
            if (earlier.audience() == label && same) return;
        }
        // Before anything falls: else the host would count otherwise than those who follow it.
        stands.ifPresent(it -> mustTake(it.publication().feed()));
        var feed = withRoom(label);
        stands.map(HostedRows.Hosted::publication)
                .filter(it -> !it.feed().equals(feed))
                .ifPresent(it -> takeOff(it, it.audience() == label ? "continued" : "another-audience"));
        rows.fall(board, subject);
        append(publication.in(feed), document);
        ledger.record(null, "board.published", board, Map.of("subject", subject, "audience", label.word()));
    }

    @Override
    @Transactional
    public void withdraw(String board, String subject, String why) {
        if (!hosts()) return;
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw BoardRefused.noReason();
        }
        rows.claim();
        off(board, subject, why);
    }

    private void off(String board, String subject, String why) {
        rows.standing(board, subject).ifPresent(it -> takeOff(it.publication(), why));
    }

    @Override
    @Transactional
    public void show(String board, Supplier<BoardSubjects> subjects) {
        if (!hosts()) return;
        // Each minute, and nearly always nothing has changed: nobody else waits for that.
        if (rows.shown(board).equals(subjects.get().shown())) return;
        rows.claim();
        // Read again: whoever had the feeds until now may have brought what was not there yet.
        var all = subjects.get();
        var wanted = all.shown();
        var shown = rows.shown(board);
        var same = wanted.entrySet().stream()
                .filter(it -> it.getValue().equals(shown.get(it.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        FIRST_TO_LAST.forEach(it -> show(board, it, all.before(it), same));
    }

    /** @param same stand as they are to stand */
    private void show(String board, Audience label, Map<String, Map<String, Object>> subjects, Set<String> same) {
        var gone = new TreeSet<>(rows.subjects(label, board));
        subjects.forEach((subject, json) -> {
            if (same.contains(subject) || stands(board, subject, () -> put(board, subject, label, json))) {
                gone.remove(subject);
            }
        });
        gone.forEach(it -> stands(board, it, () -> off(board, it, "not-shown-any-more")));
    }

    /** One text that cannot be published must not keep the others, or the act that brought it, from standing. */
    private static boolean stands(String board, String subject, Runnable change) {
        try {
            change.run();
            return true;
        } catch (BoardRefused e) {
            log.error("{} cannot stand on board {}: {}", subject, board, e.code());
            return false;
        }
    }

    private void mustTake(NumberedFeed feed) {
        if (rows.size(feed) >= HeldFeed.MOST) {
            throw BoardRefused.full(HeldFeed.MOST);
        }
    }

    /** The newest feed before this audience, or one that continues it: then the last thing published in it names that. */
    private NumberedFeed withRoom(Audience label) {
        var newest = rows.newest(label);
        if (hasRoom(newest)) return newest;
        mustTake(newest);
        var next = newest.next().orElseThrow(() -> BoardRefused.full(HeldFeed.MOST));
        rows.begin(next);
        byte[] document = document(Map.of("title", next.word(), "kind", "feed"));
        append(envelope(FEEDS, newest, "feed", next.word(), false, document), document);
        ledger.record(null, "board.published", FEEDS, Map.of("subject", next.word(), "audience", label.word()));
        return next;
    }

    /** For one entry more, the one that names the next feed, and then for the withdrawal of each subject that stands. */
    private boolean hasRoom(NumberedFeed feed) {
        long size = rows.size(feed);
        return size < most && size + rows.standing(feed) + ONE_MORE <= HeldFeed.MOST;
    }

    private void takeOff(Publication earlier, String why) {
        mustTake(earlier.feed());
        byte[] document = document(Map.of("why", why));
        rows.fall(earlier.board(), earlier.subject());
        append(envelope(earlier.board(), earlier.feed(), earlier.kind(), earlier.subject(), true, document), document);
        ledger.record(null, "board.withdrawn", earlier.board(), Map.of("subject", earlier.subject()));
    }

    private void append(Publication publication, byte[] document) {
        var feed = publication.feed();
        long k = rows.size(feed) + 1;
        var before = rows.last(feed, publication.board());
        long standing = rows.standing(feed, publication.board()) + (publication.withdraws() ? 0 : 1);
        var entry = new Entry(
                publication.network(),
                publication.thread(),
                before.map(it -> it.entry().n() + 1).orElse(1L),
                before.map(it -> it.entry().hash()).orElse(Entry.NOTHING_BEFORE),
                publication.act(),
                publication.body(),
                publication.time(),
                Entry.EFFECTIVE,
                Publication.state(standing));
        rows.add(k, publication, new SignedEntry(entry, sealing.signEntry(entry.json())), document);
    }

    private byte[] document(Map<String, ?> json) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try {
            byte[] document = Publication.document(HexFormat.of().formatHex(salt), json);
            if (document.length <= Publication.LARGEST_BODY) return document;
        } catch (IllegalArgumentException | ClassCastException e) {
            throw BoardRefused.notRight("body");
        }
        throw BoardRefused.tooLarge(Publication.LARGEST_BODY);
    }

    private Publication envelope(
            String board, NumberedFeed feed, String kind, String subject, boolean withdraws, byte[] document) {
        try {
            return new Publication(
                    directory.network(),
                    directory.self().id(),
                    board,
                    feed,
                    kind,
                    subject,
                    clock.instant(),
                    withdraws,
                    Digests.sha256(document));
        } catch (Malformed e) {
            throw BoardRefused.notRight(String.valueOf(e.getMessage()));
        }
    }
}
