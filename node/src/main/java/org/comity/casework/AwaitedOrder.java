package org.comity.casework;

/** Lets one decision on an order through each time that a request was passed on for it, by page or by program. */
public interface AwaitedOrder {

    /**
     * Until this transaction ends nobody else decides on it.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code orders.decided}, if no order is awaited
     */
    void mustAwait(String thread);
}
