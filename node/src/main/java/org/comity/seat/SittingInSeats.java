package org.comity.seat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Persons with a seat come in: by an invitation to make a key, and by that key and nothing else. */
@Component
@Transactional
class SittingInSeats {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(10);
    private static final int COOKIE = 24;
    private static final int MOST_KNOCKING = 10_000;
    /** All persons of an authority may come from one address; a proxy on this machine stands for everybody. */
    private static final int MOST_OF_ONE = 100;

    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int MOST_SIGN_INS = 30;

    private final SeatPersonRows rows;
    private final SeatVisitRows visits;
    private final SeatKeys keys;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;
    private final String salt = SeatTokens.random(COOKIE);

    SittingInSeats(
            SeatPersonRows rows, SeatVisitRows visits, SeatKeys keys, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.keys = keys;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param cookie of the browser that knocks, @param options what its passkey is asked */
    record Knock(String cookie, String options) {}

    @Transactional(readOnly = true)
    Optional<SeatOfPerson> invited(String token) {
        return rows.ofInvitation(SeatTokens.hash(token))
                .filter(it -> it.expiresAt().isAfter(clock.instant()) && it.endedAt() == null);
    }

    Knock askForKey(SeatOfPerson seat, CallerOrigin from) {
        byte[] challenge = SeatKeys.fresh();
        return new Knock(begin(challenge, from), keys.creationOptions(seat, challenge));
    }

    Knock askToSignIn(CallerOrigin from) {
        byte[] challenge = SeatKeys.fresh();
        return new Knock(begin(challenge, from), keys.requestOptions(challenge, java.util.List.of()));
    }

    private String begin(byte[] challenge, CallerOrigin from) {
        var origin = SeatTokens.hash(salt + from.text());
        visits.forget(clock.instant().minus(LONGEST));
        var cookie = SeatTokens.random(COOKIE);
        visits.begin(SeatTokens.hash(cookie), challenge, origin, clock.instant());
        int most = from.isThisMachine() ? MOST_KNOCKING : MOST_OF_ONE;
        visits.forgetKnocking(clock.instant().minus(PATIENCE), origin, most, MOST_KNOCKING);
        return cookie;
    }

    /** Uses the invitation up. */
    SeatOfPerson makeKey(String token, String cookie, String answer) {
        var seat = invited(token).orElseThrow(SeatRefused::unknown);
        var made = keys.made(challenge(cookie), answer);
        if (!rows.made(seat.id(), made.credential(), made.key(), made.copied())) throw SeatRefused.notProved();
        ledger.record(null, "seat.key-made", seat.id(), Map.of("authority", seat.authority()));
        return rows.find(seat.id()).orElseThrow();
    }

    /** @return the cookie of who sits there now */
    String signIn(String cookie, String answer) {
        byte[] challenge = challenge(cookie);
        var seat = rows.ofCredential(SeatKeys.credential(answer)).orElseThrow(SeatRefused::notProved);
        var assertion = SeatKeys.assertion(answer, Objects.requireNonNull(seat.key()));
        if (!keys.prove(seat, assertion, challenge)) throw SeatRefused.notProved();
        // Said to whoever has proved to be that person, and to nobody else.
        if (!mayCome(seat)) throw SeatRefused.authorityLeft();
        var now = clock.instant();
        if (visits.since(seat.id(), now.minus(OFTEN)) >= MOST_SIGN_INS) throw SeatRefused.tooOften();
        var sitting = SeatTokens.random(COOKIE);
        visits.sit(SeatTokens.hash(sitting), seat.id(), now);
        ledger.record(null, "seat.signed-in", seat.id(), Map.of("authority", seat.authority()));
        return sitting;
    }

    private byte[] challenge(String cookie) {
        return visits.takeChallenge(SeatTokens.hash(cookie), clock.instant().minus(PATIENCE))
                .orElseThrow(SeatRefused::notProved);
    }

    /** Who sits there: asked anew with each request, so that an ended key ends it at once. */
    Optional<SeatOfPerson> present(String cookie) {
        var now = clock.instant();
        return visits.seat(SeatTokens.hash(cookie), now.minus(IDLE), now.minus(LONGEST), now)
                .flatMap(rows::find)
                .filter(this::mayCome);
    }

    /** Of an authority that has a node by now: who had confirmed a key takes its leave, and does nothing else (R158). */
    private boolean mayCome(SeatOfPerson seat) {
        return keys.counts(seat)
                && seat.given()
                && seat.endedAt() == null
                && directory
                        .find(seat.authority())
                        .filter(it -> seat.confirmed() || !it.hasNode())
                        .isPresent();
    }

    /** Whether somebody who came still sits there, as after what took long. */
    @Transactional(readOnly = true)
    boolean stays(SeatOfPerson seat) {
        return rows.find(seat.id()).filter(this::mayCome).isPresent();
    }

    void leave(String cookie) {
        visits.leave(SeatTokens.hash(cookie), clock.instant());
    }
}
