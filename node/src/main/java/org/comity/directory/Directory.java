package org.comity.directory;

import java.util.List;
import java.util.Optional;

/** Who takes part, as this node trusts it: pinned entries, ourselves included. */
public interface Directory {

    /** Lower-case hex SHA-256 of the directory's root: names the network in every act. */
    String network();

    Participant self();

    /** @throws UnknownParticipant if there is no such entry */
    Participant get(String id);

    Optional<Participant> find(String id);

    /** All entries, in alphabetical order of id; at most 2,000. */
    List<Participant> all();

    /** May new things be accepted from this participant now, only known ones, or nothing? */
    Standing standing(String id);

    /** Directory sequence and hash, compared in each exchange. */
    Position position();

    /** Valid; in grace (warned, nothing new); lapsed; revoked. */
    enum Standing {
        VALID,
        GRACE,
        LAPSED,
        REVOKED
    }

    record Position(long sequence, String hash) {}
}
