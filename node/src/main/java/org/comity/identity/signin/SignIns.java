package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.comity.identity.person.Person;

/** Sessions of persons who proved who they are. */
public interface SignIns {

    /** Opens a session under a new session id; a session that was open in this browser ends. */
    void open(Person person, HttpServletRequest request, HttpServletResponse response);

    /** Ends every session of the person, on every replica. */
    void endAll(String person);

    /** Ends every session of the person but this one. */
    void endOthers(String person, String session);

    /** The newest first, at most 50. */
    List<Seat> of(String person);

    record Seat(String session, Instant opened, Instant lastSeen) {}
}
