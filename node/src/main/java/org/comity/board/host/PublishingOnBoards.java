package org.comity.board.host;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.comity.board.BoardRefused;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Digests;
import org.comity.proof.Entry;
import org.comity.proof.Malformed;
import org.comity.proof.SignedEntry;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.HeldFeed;
import org.comity.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs each publication as the next entry of its board, and of the feed of its audience. */
@Component
class PublishingOnBoards implements Boards {

    private static final Logger log = LoggerFactory.getLogger(PublishingOnBoards.class);
    private static final int SALT = 16;
    private static final int LONGEST_REASON = 500;
    private static final List<Audience> FIRST_TO_LAST = List.of(Audience.PUBLIC, Audience.PARTICIPANTS);

    /** Of a feed that is full, so that what must not be read any more still leaves it. */
    static final int KEPT_FOR_WITHDRAWALS = 2_000;

    private final HostedRows rows;
    private final Directory directory;
    private final Sealing sealing;
    private final Ledger ledger;
    private final Clock clock;
    private final BoardSettings settings;
    private final SecureRandom random = new SecureRandom();

    PublishingOnBoards(
            HostedRows rows, Directory directory, Sealing sealing, Ledger ledger, Clock clock, BoardSettings settings) {
        this.rows = rows;
        this.directory = directory;
        this.sealing = sealing;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public boolean hosts() {
        return settings.host();
    }

    @Override
    @Transactional
    public void publish(String board, String subject, Audience label, Map<String, ?> json) {
        if (!hosts()) return;
        byte[] document = document(json);
        var publication = envelope(board, label, Publication.kind(board, json), subject, false, document);
        rows.claim();
        var stands = rows.standing(board, subject);
        if (stands.isPresent()) {
            var earlier = stands.get().publication();
            boolean same = Arrays.equals(
                    CanonicalJson.write(stands.get().body()), CanonicalJson.write(publication.body(document)));
            if (earlier.audience() == label && same) return;
        }
        mustTake(label, KEPT_FOR_WITHDRAWALS);
        stands.map(HostedRows.Hosted::publication)
                .filter(it -> it.audience() != label)
                .ifPresent(it -> takeOff(it, "another-audience"));
        rows.fall(board, subject);
        append(publication, document);
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
        rows.standing(board, subject).ifPresent(it -> takeOff(it.publication(), why));
    }

    @Override
    @Transactional
    public void show(String board, Supplier<BoardSubjects> subjects) {
        if (!hosts()) return;
        var all = subjects.get();
        rows.claim();
        FIRST_TO_LAST.forEach(it -> show(board, it, all.before(it)));
    }

    private void show(String board, Audience label, Map<String, Map<String, Object>> subjects) {
        var gone = new TreeSet<>(rows.subjects(label, board));
        subjects.forEach((subject, json) -> {
            if (stands(board, subject, () -> publish(board, subject, label, json))) gone.remove(subject);
        });
        gone.forEach(it -> stands(board, it, () -> withdraw(board, it, "not-shown-any-more")));
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

    /** Before anything falls: else the host would count otherwise than those who follow it. */
    private void mustTake(Audience audience, int kept) {
        if (rows.size(audience) >= HeldFeed.MOST - kept) {
            throw BoardRefused.full(HeldFeed.MOST);
        }
    }

    private void takeOff(Publication earlier, String why) {
        mustTake(earlier.audience(), 0);
        byte[] document = document(Map.of("why", why));
        rows.fall(earlier.board(), earlier.subject());
        append(
                envelope(earlier.board(), earlier.audience(), earlier.kind(), earlier.subject(), true, document),
                document);
        ledger.record(null, "board.withdrawn", earlier.board(), Map.of("subject", earlier.subject()));
    }

    private void append(Publication publication, byte[] document) {
        var audience = publication.audience();
        long k = rows.size(audience) + 1;
        var before = rows.last(audience, publication.board());
        long standing = rows.standing(audience, publication.board()) + (publication.withdraws() ? 0 : 1);
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
            String board, Audience audience, String kind, String subject, boolean withdraws, byte[] document) {
        try {
            return new Publication(
                    directory.network(),
                    directory.self().id(),
                    board,
                    audience,
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
