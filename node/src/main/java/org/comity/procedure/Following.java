package org.comity.procedure;

import java.util.Map;
import java.util.Set;

/** Says how a request of one procedure grows out of a request of another, which it follows; a part of the one that follows. */
public interface Following extends ProcedurePart {

    /** The names of the procedures that it follows, e.g. {@code preservation}. */
    Set<String> follows();

    /** Those of them that lead to it from either side: also for who was asked there, and opens this one. */
    default Set<String> fromEither() {
        return Set.of();
    }

    /** Its requests never stand alone. */
    default boolean always() {
        return false;
    }

    /** May one grow out of this request? */
    default boolean offeredFrom(RequestRow followed) {
        return true;
    }

    /** The type of act by which what the other request asked for is held until this one is decided; empty for none. */
    default String holds() {
        return "";
    }

    /** The page on which an officer goes on with a request that was begun so. */
    String page();

    /** The opening act's body as it begins: what the other request said, and what it came to. */
    Map<String, Object> begun(RequestRow followed);
}
