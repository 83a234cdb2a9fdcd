package org.comity.casework;

/** Says which requests an official of this node can begin. */
public interface NewRequests {

    /** @param law name of a procedure as the law data have it; false too where one is begun only from another request */
    boolean offers(String law);
}
