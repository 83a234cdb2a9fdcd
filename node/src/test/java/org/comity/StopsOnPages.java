package org.comity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.comity.assistance.ByLetter;
import org.comity.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers where to go on a node, as whom, and what the page there is called. */
abstract class StopsOnPages extends PagesOfOneNode {

    protected record Stop(String duty, String path, String as) {}

    @Autowired
    protected Clock clock;

    @Autowired
    protected Directory directory;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected ByLetter byLetter;

    protected final List<Stop> stops = new ArrayList<>();

    /** Looked at on the narrowest screen alone. */
    protected final List<Stop> narrow = new ArrayList<>();

    protected void stop(String duty, String path, String as) {
        stops.add(new Stop(duty, path, as));
    }
}
