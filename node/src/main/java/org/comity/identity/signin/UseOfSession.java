package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.Session;

/**
 * Counts what a person asks for as use of their session, and not what an open page asks for by itself: that would keep a desk
 * open for ever. The session's own time of last access counts both.
 */
final class UseOfSession {

    private static final String USED = "used";

    /** The stream of what changed, which opens again every few minutes, and the bar that it makes the page fetch. */
    private static final Set<String> BY_ITSELF = Set.of("/events", "/alarm");

    /** So that pages opened in quick succession write it once. It is given to the person, never taken from them. */
    private static final Duration TO_WITHIN = Duration.ofSeconds(10);

    private UseOfSession() {}

    static void begin(HttpSession session) {
        session.setAttribute(USED, session.getLastAccessedTime());
    }

    /** False if nobody has used it for as long as a session lasts. */
    static boolean goesOn(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getMaxInactiveInterval() <= 0) {
            return true;
        }
        if (session.getAttribute(USED) == null) {
            // Of a node before this was counted: nobody is sent away in the midst of work, and from now on it counts.
            begin(session);
            return true;
        }
        // The hour of this request, as the session's keeper measures it.
        var unused = Duration.ofMillis(session.getLastAccessedTime() - used(session));
        if (unused.compareTo(
                        Duration.ofSeconds(session.getMaxInactiveInterval()).plus(TO_WITHIN))
                > 0) {
            return false;
        }
        if (unused.compareTo(TO_WITHIN) >= 0 && !BY_ITSELF.contains(request.getRequestURI())) {
            session.setAttribute(USED, session.getLastAccessedTime());
        }
        return true;
    }

    static Instant lastOf(Session session) {
        return session.getAttribute(USED) instanceof Long used ? Instant.ofEpochMilli(used) : session.getCreationTime();
    }

    private static long used(HttpSession session) {
        return session.getAttribute(USED) instanceof Long used ? used : session.getCreationTime();
    }
}
