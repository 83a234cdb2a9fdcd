package org.comity.procedure.file;

import java.util.Set;
import java.util.function.Supplier;
import org.comity.procedure.field.FiledField.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Says of the requests of another procedure out of which a new one grows.
 *
 * @param in states in which they must be
 * @param unless what was said last in the thread and stands against it, or null
 */
record FollowedOnly(Set<String> in, @Nullable Condition unless) {

    /** @param said what was said last in that thread; looked at only where the state does not settle it */
    boolean holds(String state, Supplier<NewestValuesInThread> said) {
        return in.contains(state)
                && (unless == null || !unless.values().contains(said.get().text(unless.key())));
    }
}
