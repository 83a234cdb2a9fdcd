package org.comity.thread;

/**
 * What follows on this node from a registered act and is no part of the register: lists, reminders, deliveries.
 *
 * <p>A fault in it undoes only its own work: the act is registered all the same, and the follower hears of it again, with
 * all later acts of that thread and in their order, until it succeeds.
 */
public interface ActFollower {

    /** Under it the node remembers what this follower has still to follow, so it stays the same over versions. */
    String name();

    /** In the transaction that registers the act, or in a later one. */
    void registered(ActRegistered event);
}
