package org.comity.board.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.comity.board.PracticeHosts;
import org.comity.board.PracticeLines;
import org.comity.board.host.PracticeBoardHost;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;

/** Publishes at a host, has it followed by XA-1, and moves the clock of both. */
abstract class FollowingCase {

    final Moving clock = new Moving();
    final PracticeLines lines = new PracticeLines();
    DataSource source;
    PracticeBoardHost host;
    PracticeFollower xa;
    private final Map<Integer, DataSource> sources = new HashMap<>();

    @BeforeEach
    void nodes() throws Exception {
        source = PracticeDatabase.emptied("board", 2);
        host = new PracticeBoardHost(source, clock);
        lines.put(PracticeHosts.HOST, host.shelf);
        xa = follower("XA-1", 3);
    }

    PracticeFollower follower(String self, int number) throws Exception {
        sources.put(number, PracticeDatabase.emptied("board", number));
        return new PracticeFollower(self, sourceOf(number), lines, clock);
    }

    /** The same database again, with what is in it. */
    DataSource sourceOf(int number) {
        return Objects.requireNonNull(sources.get(number));
    }

    static final class Moving extends Clock {

        static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

        private Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
