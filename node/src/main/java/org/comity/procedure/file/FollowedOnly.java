package org.comity.procedure.file;

import java.util.Set;
import java.util.function.Supplier;
import org.comity.procedure.field.FiledField.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Says of the requests of another procedure out of which a new one grows.
 *
 * @param in states in which they must be; empty for any
 * @param unless what was said last in the thread and stands against it, or null
 * @param says what some act of the thread must say, where the first says anything of it, or null
 */
record FollowedOnly(
        Set<String> in,
        @Nullable Condition unless,
        @Nullable Condition says) {

    /** @param said in that thread; looked at only where the state does not settle it */
    boolean holds(String state, Supplier<NewestValuesInThread> said) {
        return (in.isEmpty() || in.contains(state))
                && (unless == null || !unless.values().contains(said.get().text(unless.key())))
                && (says == null || said.get().mayHold(says));
    }
}
