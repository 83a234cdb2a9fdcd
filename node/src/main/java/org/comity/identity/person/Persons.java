package org.comity.identity.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.vocabulary.Duty;

/** Keeps everybody on this node's list. */
public interface Persons {

    Optional<Person> find(String id);

    /** Those of them that there are, in one look and no stated order. */
    List<Person> of(Collection<String> ids);

    /** By name, those who left last; at most 500. */
    List<Person> all();

    /** Active ones with the duty, by name; at most 200. */
    List<Person> holding(Duty duty);

    /** Adds a person with a new pseudonym, or returns the one with this id unchanged. */
    Person add(String id, String name, Set<Duty> duties);

    void duties(String id, Set<Duty> duties);

    void active(String id, boolean active);

    void signedIn(String id);

    /**
     * Lets nobody else change who may do what until this transaction ends. Whoever asks after others before changing one
     * calls it first: else two administrators end each other at once, and none is left.
     */
    void lockList();

    /** The same for the ways in of one person. */
    void lock(String id);
}
