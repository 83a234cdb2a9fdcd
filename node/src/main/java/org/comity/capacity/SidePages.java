package org.comity.capacity;

import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of both sides goes on: its page, one side of it, the next ones.
 *
 * @param role ours; null: both sides
 * @param later this is not its first page
 * @param next the cursor of the next page; null at the end
 */
public record SidePages(
        String page,
        @Nullable Role role,
        boolean later,
        @Nullable String next) {

    /** @param other null: both sides */
    public String of(@Nullable Role other) {
        return other == null ? page : page + "?role=" + other.word();
    }

    public String more() {
        return of(role) + (role == null ? "?" : "&") + "after=" + next;
    }
}
