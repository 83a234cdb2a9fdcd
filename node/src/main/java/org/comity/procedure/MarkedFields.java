package org.comity.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the acts and fields that a procedure marks for code that knows no procedure; one bean a procedure. */
public interface MarkedFields extends ProcedurePart {

    /** Types of the acts that are for this, in the order in which the file has them. */
    Set<String> acts(ActRole role);

    /** Which earlier act an act of this type names; empty where it names none. */
    Optional<NamedAct> names(String type);

    /** @param fact that has its id; {@code types} of which it is one */
    record NamedAct(String fact, Set<String> types) {}

    /** Does a choice say that a file goes with the act? */
    boolean saysFile(String type, Map<String, Object> body);

    /** Does a choice say that what was given shall go on to somebody else? */
    boolean asksToPassOn(String type, Map<String, Object> body);

    /** The field whose words may promise the hour of a call; empty where the act has none. */
    Optional<String> promisesCall(String type);

    /** Who has the data, in the words of a request; empty where it does not say. */
    String custodian(Map<String, Object> opening);
}
