package org.comity.identity.settings;

import java.util.List;

/**
 * Decides whether this node may practise: chairs without a passkey, approvals by a button. Only where the configuration
 * says so and everybody in sight is a made-up State (XA to XZ, which ISO 3166 leaves to its users).
 */
public final class PracticeGround {

    private static final String MADE_UP = "X[A-Z]-[0-9]{1,3}";

    private final boolean open;

    /** @throws NotAPracticeNetwork if practice is switched on among real States: the node does not start */
    public PracticeGround(IdentitySettings settings) {
        if (settings.practice()) {
            refuseRealStates(List.of(settings.id()));
            refuseRealStates(settings.practiceNetwork().stream()
                    .filter(state -> !state.operator())
                    .map(IdentitySettings.PracticeState::id)
                    .toList());
        }
        this.open = settings.practice();
    }

    public boolean open() {
        return open;
    }

    private static void refuseRealStates(List<String> ids) {
        ids.stream().filter(id -> !id.matches(MADE_UP)).findFirst().ifPresent(id -> {
            throw new NotAPracticeNetwork(id + " is not a made-up State");
        });
    }

    /** Practice was switched on where it must not be. */
    public static final class NotAPracticeNetwork extends IllegalStateException {
        NotAPracticeNetwork(String why) {
            super("node.practice is refused: " + why);
        }
    }
}
