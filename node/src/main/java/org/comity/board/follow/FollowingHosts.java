package org.comity.board.follow;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.comity.board.BoardSettings;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.directory.Participant;
import org.comity.exchange.PeerReading;
import org.comity.exchange.PeerReading.Line;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.HeldFeed.Face;
import org.comity.proof.log.Note;
import org.comity.proof.log.UnreadableNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each host that is followed at intervals, and once a day other followers what the host showed them. */
@Component
class FollowingHosts {

    private static final Logger log = LoggerFactory.getLogger(FollowingHosts.class);
    private static final Duration COMPARED = Duration.ofDays(1);

    /** Of one host, and before it of those that it is compared with; what does not come in it has its next turn. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private static final long MOST_BYTES = 128 << 20;

    private final TakingFeed taking;
    private final TakingShown shown;
    private final KeepingFollowed keeping;
    private final FollowedRows rows;
    private final PeerReading reading;
    private final Directory directory;
    private final BoardSettings settings;
    private final Clock clock;
    private final RandomGenerator chance;
    private int turns;

    @Autowired
    FollowingHosts(
            TakingFeed taking,
            TakingShown shown,
            KeepingFollowed keeping,
            FollowedRows rows,
            PeerReading reading,
            Directory directory,
            BoardSettings settings,
            Clock clock) {
        this(taking, shown, keeping, rows, reading, directory, settings, clock, new SecureRandom());
    }

    // More than eight: what a turn takes and keeps, whom it asks, and by which lot.
    FollowingHosts(
            TakingFeed taking,
            TakingShown shown,
            KeepingFollowed keeping,
            FollowedRows rows,
            PeerReading reading,
            Directory directory,
            BoardSettings settings,
            Clock clock,
            RandomGenerator chance) {
        this.taking = taking;
        this.shown = shown;
        this.keeping = keeping;
        this.rows = rows;
        this.reading = reading;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
    }

    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "${node.board.every:PT5M}")
    void turn() {
        var self = directory.self().id();
        var hosts = settings.follow().stream().filter(it -> !it.equals(self)).toList();
        // Also when nobody is followed: what those that were followed showed to us alone must go.
        shown.keepOnly(hosts.stream().filter(this::isAsked).toList());
        try {
            hosts.forEach(this::turnOf);
        } catch (CancellationException stopping) {
            log.info("boards: {}, and asks again when it starts", stopping.getMessage());
        }
        turns++;
    }

    /** What goes wrong here with one host keeps no other away. */
    private void turnOf(String host) {
        try {
            turn(host);
        } catch (CancellationException stopping) {
            throw stopping;
        } catch (RuntimeException bug) {
            log.error("incident {}: boards of {}", UUID.randomUUID(), host, bug);
        }
    }

    private void turn(String host) {
        var shown = new HashMap<FeedName, Map<String, Note>>();
        var until = clock.instant().plus(LONGEST_TURN);
        for (var feed : feeds(host)) {
            var followed = rows.begin(feed, clock.instant());
            var compared = followed.compared();
            if (compared == null || compared.isBefore(clock.instant().minus(COMPARED)))
                shown.put(feed, others(feed, until));
        }
        keeping.begin(host);
        take(host);
        shown.forEach(this::compare);
    }

    private void take(String host) {
        var peer = directory.find(host).filter(it -> counts(it.id()));
        if (peer.isEmpty()) {
            fails(host, "unknown-host");
            return;
        }
        try (var line = line(peer.get(), clock.instant().plus(LONGEST_TURN))) {
            for (var audience : inTurn()) {
                // A feed that was taken may name the one that continues it.
                var next = Optional.of(new FeedName(host, audience));
                while (next.isPresent()) {
                    taking.take(next.get(), line);
                    // Of a host that contradicted itself there nothing more is taken, under no other number either.
                    next = next.filter(this::goesOn).flatMap(rows::next);
                }
            }
            if (feeds(host).stream().allMatch(this::goesOn)) shown.take(host, line);
        } catch (BoundedLine.Over e) {
            log.info("boards of {}: {}", host, e.getMessage());
        } catch (IOException e) {
            log.info("boards of {}: {}", host, e.getMessage());
            fails(host, "unreachable");
        }
    }

    /** Each turn begins with another: a feed that takes a whole turn keeps no other away for good. */
    private List<Audience> inTurn() {
        var audiences = new ArrayList<>(List.of(Audience.values()));
        Collections.rotate(audiences, turns % audiences.size());
        return audiences;
    }

    private Line line(Participant peer, Instant until) throws IOException {
        return new BoundedLine(reading.open(peer, settings.timeout()), clock, until, MOST_BYTES);
    }

    private boolean goesOn(FeedName feed) {
        return rows.find(feed).filter(it -> !it.isStopped()).isPresent();
    }

    private void fails(String host, String code) {
        feeds(host).forEach(it -> rows.fails(it, code, clock.instant()));
    }

    /** As far as we know them. */
    private List<FeedName> feeds(String host) {
        return Arrays.stream(Audience.values())
                .flatMap(it -> Stream.iterate(
                                Optional.of(new FeedName(host, it)),
                                Optional::isPresent,
                                feed -> feed.flatMap(rows::next))
                        .flatMap(Optional::stream))
                .toList();
    }

    private boolean isAsked(String host) {
        return directory.find(host).isPresent() && counts(host);
    }

    private boolean counts(String id) {
        var standing = directory.standing(id);
        return standing == Validity.VALID || standing == Validity.GRACE;
    }

    /** What others were shown, by those others, who are drawn by lot so that no host knows whom to deceive alike. */
    private Map<String, Note> others(FeedName feed, Instant until) {
        var peers = new ArrayList<>(directory.all().stream()
                .filter(Participant::hasNode)
                .filter(it -> !it.id().equals(feed.host()))
                .filter(it -> !it.id().equals(directory.self().id()))
                .filter(it -> counts(it.id()))
                .toList());
        Collections.shuffle(peers, Random.from(chance));
        var shown = new HashMap<String, Note>();
        for (var peer : peers.subList(0, Math.min(settings.compareWith(), peers.size()))) {
            try (var line = line(peer, until)) {
                var got = line.get("seen/%s/%s".formatted(feed.host(), feed.word()), Note.LARGEST);
                if (got.status() == 200) shown.put(peer.id(), Note.read(got.content()));
            } catch (IOException | UnreadableNote e) {
                log.info("{} did not say what {} showed it: {}", peer.id(), feed.host(), e.getMessage());
            }
        }
        return shown;
    }

    /** What others have, and we have not even now, says nothing yet. */
    private void compare(FeedName feed, Map<String, Note> shown) {
        var ours = rows.find(feed).map(FollowedFeed::checkpoint);
        if (ours.isEmpty()) return;
        shown.forEach((peer, note) -> {
            if (taking.compare(feed, note).filter(it -> it == Face.OTHER).isPresent()) {
                keeping.stop(feed, "two-faces", ours.get(), note.write(), peer);
            }
        });
        rows.compared(feed, clock.instant());
    }
}
