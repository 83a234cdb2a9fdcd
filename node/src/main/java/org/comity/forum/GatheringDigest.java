package org.comity.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is new: for a mail as for the page that shows it, only what may be in a mail to this reader. */
@Component
@Transactional(readOnly = true)
class GatheringDigest implements DigestOfRooms {

    private static final Duration WEEK = Duration.ofDays(7);

    private final ReadingRooms reading;
    private final PostRows posts;
    private final RoomAccess access;
    private final RoomReaders readers;
    private final Clock clock;

    GatheringDigest(ReadingRooms reading, PostRows posts, RoomAccess access, RoomReaders readers, Clock clock) {
        this.reading = reading;
        this.posts = posts;
        this.access = access;
        this.readers = readers;
        this.clock = clock;
    }

    /** Of the last seven days. */
    List<DigestLine> week(RoomReader to) {
        var now = clock.instant();
        return lines(to, DigestChoice.EVERYTHING, now.minus(WEEK), now);
    }

    @Override
    public List<KeptRoom> rooms(Official to, List<String> these) {
        return reading.newestRooms(these, SharingChannel.MAIL, MOST_ROOMS + 1, readers.of(to));
    }

    @Override
    public List<DigestLine> lines(Official to, DigestChoice choice, Instant after, Instant until) {
        return lines(readers.of(to), choice, after, until);
    }

    private List<DigestLine> lines(RoomReader to, DigestChoice choice, Instant after, Instant until) {
        return posts.told(choice, access.readable(to, SharingChannel.MAIL), after, until, MOST + 1).stream()
                .map(DigestLine::of)
                .toList();
    }
}
