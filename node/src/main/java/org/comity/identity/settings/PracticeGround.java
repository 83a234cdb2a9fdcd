package org.comity.identity.settings;

import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.ParticipantId;

/**
 * Decides whether this node may practise: chairs without a passkey, approvals by a button. Only where the configuration
 * says so and everybody in sight is a made-up State (XA to XZ, which ISO 3166 leaves to its users). The directory in
 * turn refuses a root that is not one of practice.
 */
public final class PracticeGround {

    private final boolean told;
    private final Directory directory;

    /** @throws NotAPracticeNetwork if practice is switched on among real States: the node does not start */
    public PracticeGround(IdentitySettings settings, Directory directory) {
        if (settings.practice()) {
            Stream.concat(
                            Stream.of(settings.id()),
                            settings.practiceNetwork().stream()
                                    .filter(state -> !state.operator())
                                    .map(IdentitySettings.PracticeState::id))
                    .filter(id -> !id.matches(ParticipantId.MADE_UP))
                    .findFirst()
                    .ifPresent(id -> {
                        throw new NotAPracticeNetwork(id);
                    });
        }
        this.told = settings.practice();
        this.directory = directory;
    }

    /** Asked anew each time: a directory may grow. */
    public boolean open() {
        return told && directory.all().stream().map(Participant::id).allMatch(id -> id.matches(ParticipantId.MADE_UP));
    }

    /** Practice was switched on where it must not be. */
    public static final class NotAPracticeNetwork extends IllegalStateException {
        NotAPracticeNetwork(String id) {
            super("node.practice is refused: " + id + " is not a made-up State");
        }
    }
}
