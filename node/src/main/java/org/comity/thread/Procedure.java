package org.comity.thread;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.act.Act;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** One procedure in one version: its table of moves, and its rules of content. Implementations are beans. */
public interface Procedure {

    /** Name and version as acts name it, e.g. {@code preservation/1}. */
    String id();

    /** The type of the act that opens a thread. */
    String opening();

    /** Who opens a thread: the State that asks, or the one that gives. */
    default Role opener() {
        return roles(opening()).iterator().next();
    }

    /** Names of the states in which a thread may stand once it is opened. */
    default Set<String> opened() {
        return Set.of();
    }

    /** Who may take this step; empty for an unknown step. A step by the wrong role is refused at the door. */
    Set<Role> roles(String type);

    /** May a participant of this kind have this role? Asked at the door, never in the fold. */
    default boolean admits(Role role, ParticipantKind kind) {
        return kind.authority();
    }

    /** Whether its threads are requests, which stand in lists and which a participant's entry names. */
    default boolean casework() {
        return true;
    }

    /** Its table, if threads of it may have any number of parties: then it is folded with them ({@link JointThreads}). */
    default Optional<MoveTable> jointTable() {
        return Optional.empty();
    }

    /**
     * The table. Reads no clock and no body; {@code from} is null before the opening act.
     *
     * @return the state after the act, or why the act is without effect
     */
    Result move(@Nullable State from, ActFacts act);

    /**
     * Field, ground and period rules; checked when signing and at the door, never in the fold. {@code from} is the state
     * as known here, which may lag behind: a rule that needs another state is skipped, since the table decides that.
     *
     * @throws org.comity.vocabulary.RuleBroken naming the field
     */
    void check(@Nullable State from, Act act);

    /** May this act leave with one officer's approval although its author's profile asks for two? */
    default boolean oneOfficerSuffices(Act act) {
        return false;
    }

    /** Reads a state back from its JSON. */
    State state(Map<String, Object> json);

    /** Where a thread stands. Immutable. {@link #json()} holds the name and what the state carries. */
    interface State {
        /** e.g. {@code Preserved}; the message {@code state.<procedure>.<name>} names it on screen. */
        String name();

        Map<String, Object> json();

        /** Nothing is left to do; a table may still know steps about what was given. */
        boolean ended();
    }

    sealed interface Result {
        record Moved(State to) implements Result {}

        /** @param reason stable code, e.g. {@code no-question-open}; message {@code effect.<reason>} */
        record WithoutEffect(String reason) implements Result {}
    }
}
