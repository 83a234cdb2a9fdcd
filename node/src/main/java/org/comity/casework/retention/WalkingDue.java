package org.comity.casework.retention;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks over what may be due, page after page and each by itself: what fails is logged, counted, and left for the next day. */
final class WalkingDue {

    private static final Logger log = LoggerFactory.getLogger(WalkingDue.class);

    private WalkingDue() {}

    /**
     * @param what each of them is, for the log
     * @param page those behind an id, in order of their ids; none behind the last
     * @return how many failed
     */
    static long each(String what, Function<String, List<String>> page, Consumer<String> one) {
        long failed = 0;
        for (var some = page.apply(""); !some.isEmpty(); some = page.apply(some.getLast())) {
            for (var id : some) {
                try {
                    one.accept(id);
                } catch (RuntimeException e) {
                    failed++;
                    log.error("{} {} could not be deleted", what, id, e);
                }
            }
        }
        return failed;
    }
}
