package org.comity.thread;

import java.util.SortedSet;

/** Knows the authorities for which we write nothing down any more, since they adopted what we had recorded (R158). */
public interface AdoptedAuthorities {

    boolean adopted(String authority);

    /** All of them, in order of their ids. */
    SortedSet<String> all();
}
