package org.comity.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.vocabulary.Official;

/**
 * Says what every page says at its top as long as it is so, unless it has news of its own. Asked for each page: quick.
 */
public interface PageNotices {

    /** On one page. */
    int MOST = 5;

    /** @param by whose page it is: nothing is said of what is closed to them */
    Optional<Flash> notice(Official by);

    /** Each that has something to say says it, beside the others. */
    static List<Flash> said(Stream<PageNotices> all, Official by) {
        return all.flatMap(it -> it.notice(by).stream()).limit(MOST).toList();
    }
}
