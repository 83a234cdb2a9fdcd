package org.comity.forum;

/**
 * Offers somebody who can be named for a room: a person with a seat here, or an official of this node.
 *
 * @param id as {@link RoomReader#person} has it
 */
public record NameablePerson(String id, String participant, String name) {}
