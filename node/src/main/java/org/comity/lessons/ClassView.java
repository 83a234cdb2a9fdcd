package org.comity.lessons;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class as its trainer sees it, what was begun last on the first page: nobody stands before anybody by what they did.
 *
 * @param learners in the order of their chairs
 * @param stuck steps before which somebody on this page stands, most of them first
 * @param later it is not the first page
 * @param next behind what the next page begins, or null
 */
public record ClassView(
        List<Learner> learners,
        List<Stuck> stuck,
        boolean later,
        @Nullable Long next) {

    /** @param begun the lessons that they began */
    public record Learner(String id, String name, List<Begun> begun) {}

    /**
     * @param run by which it is put back
     * @param over nothing ticks it any more
     * @param next the step that comes, from 1; behind the last where it has ended
     */
    public record Begun(String run, String lesson, Instant at, boolean over, int next, int of, int done, String step) {

        public boolean ended() {
            return next > of;
        }
    }

    /** @param learners how many stand there */
    public record Stuck(String lesson, String step, int learners) {}
}
