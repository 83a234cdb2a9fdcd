package org.comity.lessons;

import java.util.List;

/**
 * The class as its trainer sees it: nobody stands before anybody by what they did.
 *
 * @param lessons in their order
 * @param learners in the order of their chairs
 * @param stuck steps before which somebody stands, most of them first
 * @param told what the class was told last, or empty
 */
public record ClassView(List<String> lessons, List<Learner> learners, List<Stuck> stuck, String told) {

    /** @param begun the lessons that they began */
    public record Learner(String id, String name, List<Begun> begun) {}

    /** @param next the step that comes, from 1; behind the last where it has ended */
    public record Begun(String lesson, int next, int of, int done, String step) {

        public boolean ended() {
            return next > of;
        }
    }

    /** @param learners how many stand there */
    public record Stuck(String lesson, String step, int learners) {}
}
