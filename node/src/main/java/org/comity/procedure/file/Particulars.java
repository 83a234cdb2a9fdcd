package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActWriting.End;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Procedure;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Says of one procedure what neither its table nor its file can say; at most one bean a procedure, and a short one. */
public interface Particulars {

    /** Name and version, e.g. {@code disclosure/1}. */
    String procedure();

    /** The opening act's body as it begins there, made of what both requests say under the same keys. */
    default Map<String, Object> begunFrom(RequestRow followed, Map<String, Object> begun) {
        return begun;
    }

    /**
     * What the program points out and the State decides.
     *
     * @param row null of a request that is being written
     */
    default List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        return List.of();
    }

    /**
     * A rule that no act may break, whoever wrote it, beyond its fields. One that we write is told at the field, too, and may
     * lack what is needed while it is written.
     *
     * @throws org.comity.procedure.form.FieldBroken if the act breaks it
     */
    default void check(String type, BodyFields body, BodyFields facts, ProcedureLaw law) {}

    /** What is wrong at the fields of a later act that we write, beyond what its file says: told where it is typed. */
    default FormProblems problems(RequestRow row, String type, Written written) {
        return FormProblems.NONE;
    }

    /** With what the page of a later act begins. */
    default Map<String, Object> prefilled(RequestRow row, String type) {
        return Map.of();
    }

    /** The end that an act with a {@code moment} as its fact is offered; null where none is. */
    default @Nullable End end(RequestRow row, String type) {
        return null;
    }

    /** What is offered in a state, of what would have effect there and in the order of the file. */
    default List<String> offered(Procedure.State state, List<String> usual) {
        return usual;
    }

    /** Whose turn it is for this role, where the name of a state does not say it alone; null where it does. */
    default @Nullable Turn turn(Procedure.State state, Role role) {
        return null;
    }

    /** The state by whose name the file says how soon the next step is looked for; of one that it does not list, in hours. */
    default String paceBy(Procedure.State state) {
        return state.name();
    }

    /** Where nothing is special. */
    static Particulars none(String procedure) {
        return () -> procedure;
    }
}
