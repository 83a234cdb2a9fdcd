package org.comity.procedure;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;

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

    /**
     * The newest of each procedure whose requests follow those of this law, by their names: those that are opened in this
     * role, and those to which either side may come.
     */
    default List<KnownProcedure> following(String law, Role opener) {
        var newest = new TreeMap<String, KnownProcedure>();
        all().stream()
                .filter(it -> it.following()
                        .filter(follows -> follows.follows().contains(law))
                        .filter(follows -> it.opener().equals(opener)
                                || follows.fromEither().contains(law))
                        .isPresent())
                .forEach(it -> newest.put(it.law(), it));
        return List.copyOf(newest.values());
    }

    /** Their names, in the order of the law data where these are known. */
    default List<String> laws() {
        return all().stream()
                .map(KnownProcedure::law)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Those of them that may stand between contact points of two States. */
    default List<String> betweenStates() {
        return laws().stream()
                .filter(law -> Stream.of(Role.REQUESTING, Role.REQUESTED)
                        .allMatch(it -> ofLaw(law).orElseThrow().table().admits(it, ParticipantKind.CONTACT_POINT)))
                .toList();
    }

    /** Those with which one can begin, the commonest first: what always follows another begins on that one's page. */
    default List<String> begun() {
        return laws().stream()
                .filter(law -> ofLaw(law)
                        .flatMap(KnownProcedure::following)
                        .filter(Following::always)
                        .isEmpty())
                .toList();
    }

    /** The one that is offered before any other, by its name. */
    default String first() {
        return grouped(_ -> true).firstEntry().getValue().getFirst();
    }

    /** Those of them that are offered, by groups and in the order of these; a group with none is left out. */
    default SequencedMap<RequestGroup, List<String>> grouped(Predicate<KnownProcedure> offered) {
        return begun().stream()
                .filter(law -> offered.test(ofLaw(law).orElseThrow()))
                .collect(Collectors.groupingBy(
                        law -> ofLaw(law).orElseThrow().composition().group(),
                        () -> new TreeMap<>(),
                        Collectors.toList()));
    }

    /** The newest version of a procedure; {@code law} is its name as the law data have it, e.g. {@code preservation}. */
    default Optional<KnownProcedure> ofLaw(String law) {
        return all().stream().filter(it -> it.law().equals(law)).reduce((_, newer) -> newer);
    }
}
