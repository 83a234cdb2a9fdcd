package org.comity.capacity.rounds;

import java.util.Map;
import java.util.Optional;
import org.comity.proof.feed.Audience;

/**
 * What a board may say of a need: what its State lets this audience see, part by part.
 *
 * @param body what is published
 */
record NeedOnBoard(Audience audience, Map<String, Object> body) {

    /** Before the widest audience that may see it; nothing for a need that is shown to named ones or the Secretariat alone. */
    static Optional<NeedOnBoard> of(String state, ActsOfHelp acts) {
        return before(Audience.PUBLIC, NeedReader.EVERYBODY, state, acts)
                .or(() -> before(Audience.PARTICIPANTS, NeedReader.PARTICIPANTS, state, acts));
    }

    private static Optional<NeedOnBoard> before(Audience audience, NeedReader reader, String state, ActsOfHelp acts) {
        return ShownNeed.to(reader, state, acts).map(it -> new NeedOnBoard(audience, it));
    }
}
