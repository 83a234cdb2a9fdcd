package org.comity.thread;

/** Knows the authorities for which we write nothing down any more, since they adopted what we had recorded (R158). */
public interface AdoptedAuthorities {

    boolean adopted(String authority);
}
