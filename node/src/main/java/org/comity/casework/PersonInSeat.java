package org.comity.casework;

/**
 * The person of an authority without a node who sits before a page under /seat, with a key that is confirmed.
 *
 * @param id of the seat
 * @param name as this node's officers know it; acts show a pseudonym
 */
public record PersonInSeat(String id, String authority, String name) {

    /** Of the request in which such a person is there. */
    public static final String ATTRIBUTE = "person-in-seat";
}
