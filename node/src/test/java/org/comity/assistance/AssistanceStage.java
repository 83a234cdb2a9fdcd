package org.comity.assistance;

import java.util.Arrays;

/** How far a request for assistance has come. What is open beside it, {@link AssistanceState} holds. */
enum AssistanceStage {
    REQUESTED("Requested", Phase.UNDECIDED),
    RECEIVED("Received", Phase.UNDECIDED),
    /** Execution would interfere with an ongoing proceeding, Art. 40(27). */
    POSTPONED("Postponed", Phase.UNDECIDED),
    /** Unable to assist at present; not a refusal. */
    UNABLE("Unable", Phase.UNDECIDED),
    ACCEPTED("Accepted", Phase.TAKEN_UP),
    /** With the executing authority, Art. 40(12). */
    IN_EXECUTION("InExecution", Phase.TAKEN_UP),
    /** Executed; domestic legal steps stand between execution and delivery. */
    STEPS_PENDING("StepsPending", Phase.TAKEN_UP),
    PARTLY_DELIVERED("PartlyDelivered", Phase.TAKEN_UP),
    DELIVERED("Delivered", Phase.DELIVERED),
    REFUSED("Refused", Phase.ENDED),
    NO_LONGER_REQUIRED("NoLongerRequired", Phase.ENDED),
    CLOSED("Closed", Phase.ENDED);

    private enum Phase {
        UNDECIDED,
        TAKEN_UP,
        DELIVERED,
        ENDED
    }

    private final String title;
    private final Phase phase;

    AssistanceStage(String title, Phase phase) {
        this.title = title;
        this.phase = phase;
    }

    /** As states name it, e.g. {@code InExecution}. */
    String title() {
        return title;
    }

    /** The requested State Party has not taken the request up. */
    boolean undecided() {
        return phase == Phase.UNDECIDED;
    }

    /** Something is still to be delivered. */
    boolean pending() {
        return phase == Phase.UNDECIDED || phase == Phase.TAKEN_UP;
    }

    boolean ended() {
        return phase == Phase.ENDED;
    }

    static AssistanceStage of(String title) {
        return Arrays.stream(values())
                .filter(it -> it.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such stage [%s]".formatted(title)));
    }
}
