package org.comity.casework;

import java.util.List;

/**
 * Names open joint threads in which nothing was said for as long as the words of one that has ended stay. No clock ends them: an
 * officer closes or leaves them, or they stay.
 */
public interface QuietJointThreads {

    /** As found at the last daily look, without what was said, written or held since; at most 200. */
    List<String> quiet();
}
