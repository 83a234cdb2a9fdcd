package org.comity.cooperation;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The catalogue of the procedures that this node carries out. */
public interface Procedures {

    /** In the order of their names and versions. */
    List<KnownProcedure> all();

    /** @param id name and version, e.g. {@code preservation/1} */
    default Optional<KnownProcedure> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** @throws NoSuchElementException for a procedure or version that this node does not carry out */
    default KnownProcedure of(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No such procedure [%s]".formatted(id)));
    }

    /** The procedure whose requests follow those of this law; empty where none does. */
    default Optional<KnownProcedure> following(String law) {
        return all().stream()
                .filter(it -> it.following()
                        .filter(follows -> follows.follows().equals(law))
                        .isPresent())
                .reduce((_, newer) -> newer);
    }

    /** Their names, the commonest first. */
    default List<String> laws() {
        return all().stream()
                .map(KnownProcedure::law)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The newest version of a procedure; {@code law} is its name as the law data have it, e.g. {@code preservation}. */
    default Optional<KnownProcedure> ofLaw(String law) {
        return all().stream().filter(it -> it.law().equals(law)).reduce((_, newer) -> newer);
    }
}
