package org.comity.ui;

import java.util.List;

/** What one room says of its own health, quickly and from bounded looks; any number of beans. */
public interface HealthLines {

    List<HealthLine> lines();
}
