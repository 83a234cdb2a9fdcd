package org.comity.procedure;

/** What one procedure gives the house beside its table, e.g. its forms; {@link KnownProcedure} has all of it. */
public interface ProcedurePart {

    /** Name and version of the procedure, e.g. {@code preservation/1}. */
    String procedure();
}
