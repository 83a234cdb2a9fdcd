package org.comity.procedure;

import java.util.Map;
import java.util.Optional;

/** Finds the fields that a procedure marks for code that knows no procedure; one bean a procedure. */
public interface MarkedFields extends ProcedurePart {

    /** Does a choice say that a file goes with the act? */
    boolean saysFile(String type, Map<String, Object> body);

    /** The field whose words may promise the hour of a call; empty where the act has none. */
    Optional<String> promisesCall(String type);
}
