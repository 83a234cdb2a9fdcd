package org.comity.conference.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.HeldEntry;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * A session on another node, as the board of the Conference tells of it.
 *
 * @param host the participant on whose node it is kept
 * @param delegationsBy by when delegations are asked for; null: no day is set
 * @param told when its host said so last
 * @param sent where what this node sent for it is read; null: nothing was
 */
public record HeldSession(
        String host,
        String key,
        String title,
        String place,
        LocalDate begins,
        LocalDate ends,
        @Nullable LocalDate delegationsBy,
        Instant told,
        @Nullable String sent) {

    private static final String KIND = "session";
    private static final int LONGEST = 300;

    static Map<String, Object> json(ConferenceSession session) {
        var json = new TreeMap<String, Object>(Map.of(
                "kind", KIND,
                "title", session.title(),
                "session", session.key(),
                "place", session.place(),
                "begins", session.begins().toString(),
                "ends", session.ends().toString()));
        if (session.delegationsBy() != null) {
            json.put("delegations-by", session.delegationsBy().toString());
        }
        return json;
    }

    /** Another node wrote it: what is no session is left out. */
    static Optional<HeldSession> of(String host, HeldEntry entry) {
        var body = entry.body();
        if (body == null || !KIND.equals(body.get("kind"))) return Optional.empty();
        var key = text(body, "session");
        var begins = TypedText.day(text(body, "begins"));
        var ends = TypedText.day(text(body, "ends"));
        var title = TypedText.line(text(body, "title"));
        boolean fits = key.matches("[a-z0-9][a-z0-9-]{1,39}")
                && !title.isEmpty()
                && title.length() <= LONGEST
                && text(body, "place").length() <= LONGEST;
        if (!fits || begins.isEmpty() || ends.isEmpty()) return Optional.empty();
        return Optional.of(new HeldSession(
                host,
                key,
                title,
                text(body, "place"),
                begins.get(),
                ends.get(),
                TypedText.day(text(body, "delegations-by")).orElse(null),
                entry.publication().time(),
                null));
    }

    HeldSession sent(@Nullable String address) {
        return new HeldSession(host, key, title, place, begins, ends, delegationsBy, told, address);
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? TypedText.clean(text) : "";
    }
}
