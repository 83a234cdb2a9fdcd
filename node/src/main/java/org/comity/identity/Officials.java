package org.comity.identity;

import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Finds the people of this node. Controllers get the signed-in {@link Official} as a parameter. */
public interface Officials {

    Optional<Official> find(String id);

    /** One who is still here; whoever has left is not found. */
    Optional<Official> present(String id);

    /** For readers: the id of somebody who is not known here, nothing where nobody is named. */
    default String name(@Nullable String id) {
        return id == null ? "" : find(id).map(Official::name).orElse(id);
    }

    /** Active officials holding the duty, by name; at most 200. */
    List<Official> holding(Duty duty);
}
