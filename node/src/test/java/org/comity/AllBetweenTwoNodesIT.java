package org.comity;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Plays all stories between {@link TwoNodes} one after another in one JVM: a run starts two nodes for them, not two for each
 * JVM that gets one. The build leaves each of them out elsewhere; by its name one runs alone.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.comity")
@IncludeClassNamePatterns(".*(Story|Stories)IT")
class AllBetweenTwoNodesIT {

    @AfterSuite
    static void end() {
        TwoNodes.end();
    }
}
