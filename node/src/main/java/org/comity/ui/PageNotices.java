package org.comity.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what every page says at its top as long as it is so, unless it has news of its own. Asked for each page: quick.
 */
public interface PageNotices {

    /** On one page. */
    int MOST = 5;

    Optional<Flash> notice();

    /** Each that has something to say says it, beside the others. */
    static List<Flash> said(Stream<PageNotices> all) {
        return all.flatMap(it -> it.notice().stream()).limit(MOST).toList();
    }
}
