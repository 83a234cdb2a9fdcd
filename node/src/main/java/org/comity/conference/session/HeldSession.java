package org.comity.conference.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.HeldEntry;
import org.comity.procedure.form.BodyFields;
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
    static Optional<HeldSession> of(HeldEntry entry) {
        if (entry.body() == null) return Optional.empty();
        var body = new BodyFields(entry.body());
        var key = body.text("session");
        var begins = body.day("begins");
        var ends = body.day("ends");
        var title = TypedText.line(body.text("title"));
        var place = TypedText.line(body.text("place"));
        boolean fits = body.text("kind").equals(KIND)
                && key.matches("[a-z0-9][a-z0-9-]{1,39}")
                && !title.isEmpty()
                && title.length() <= LONGEST
                && place.length() <= LONGEST;
        if (!fits || begins == null || ends == null) return Optional.empty();
        return Optional.of(new HeldSession(
                entry.publication().host(),
                key,
                title,
                place,
                begins,
                ends,
                body.day("delegations-by"),
                entry.publication().time(),
                null));
    }

    HeldSession sent(@Nullable String address) {
        return new HeldSession(host, key, title, place, begins, ends, delegationsBy, told, address);
    }
}
