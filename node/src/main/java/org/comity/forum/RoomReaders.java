package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import org.comity.casework.PersonInSeat;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Finds out who reads: the same pages are shown to the public, to officials of this node, and under /seat to seats. */
@Component
class RoomReaders {

    /** Under which rooms stand for persons in seats. */
    static final String AT_SEATS = "/seat/rooms";

    private final CurrentOfficial current;
    private final Directory directory;
    private final RoomAccess access;
    private final PostRows posts;

    RoomReaders(CurrentOfficial current, Directory directory, RoomAccess access, PostRows posts) {
        this.access = access;
        this.posts = posts;
        this.current = current;
        this.directory = directory;
    }

    /** @throws RoomRefused where no room is for this participant */
    RoomReader of(HttpServletRequest request) {
        if (request.getAttribute(PersonInSeat.ATTRIBUTE) instanceof PersonInSeat seat) {
            if (!access.comesIn(GoneParticipant.shown(directory, seat.authority()))) throw RoomRefused.unknown();
            return reader(seat);
        }
        return current.official().map(this::of).orElse(RoomReader.NOBODY);
    }

    /** Of one post: who said it comes back to its own words, and can appeal, when it takes part in no room any more. */
    RoomReader ofPost(long post, HttpServletRequest request) {
        return request.getAttribute(PersonInSeat.ATTRIBUTE) instanceof PersonInSeat seat
                        && posts.find(post, person(seat)).filter(KeptPost::mine).isPresent()
                ? reader(seat)
                : of(request);
    }

    private static RoomReader reader(PersonInSeat seat) {
        return new RoomReader(seat.authority(), person(seat), seat.name(), null);
    }

    /** Who speaks and is named, of those in seats. */
    static String person(PersonInSeat seat) {
        return "seat:" + seat.id();
    }

    /** An official of this node, before a page or not. */
    RoomReader of(Official official) {
        return new RoomReader(directory.self().id(), "office:" + official.id(), official.name(), official);
    }

    /** Under which the reader's pages stand. */
    static String base(HttpServletRequest request) {
        return request.getAttribute(PersonInSeat.ATTRIBUTE) instanceof PersonInSeat ? AT_SEATS : "/rooms";
    }
}
