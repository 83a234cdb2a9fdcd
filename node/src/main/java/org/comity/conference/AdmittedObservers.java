package org.comity.conference;

import java.util.Map;

/** Says who was admitted as an observer, and so may speak without standing in the directory. */
public interface AdmittedObservers {

    /** By the code under which each speaks, e.g. {@code OBSERVER-3}: the name of its application. */
    Map<String, String> names();
}
