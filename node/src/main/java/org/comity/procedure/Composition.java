package org.comity.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Says what one procedure asks of its opening request, page by page; one bean a procedure. */
public interface Composition extends ProcedurePart {

    /** The first page of every procedure: which State, under which instrument. */
    String STATE = "state";

    /** Names of the pages in their order, {@link #STATE} first; message {@code compose.step.<name>}. */
    List<String> steps();

    /** Of these the pages that a request with this body needs; all where none depends on what another says. */
    default List<String> steps(Map<String, Object> body) {
        return steps();
    }

    Map<String, Object> empty();

    /** The same without the options with which its pages begin: where nobody sees those pages, nobody left them so. */
    default Map<String, Object> unasked() {
        return empty();
    }

    /** The same where another participant asks: its authority stands in it. */
    Map<String, Object> empty(Participant by);

    /** As its pages would keep it, whoever filled it in: what nobody can have typed there is empty or left out. */
    Map<String, Object> clean(Map<String, Object> given);

    /** Among which an officer looks for it. */
    RequestGroup group();

    /** The template that draws its pages. */
    default String template() {
        return procedure().substring(0, procedure().indexOf('/')) + "/compose";
    }

    /** Does every page ask whether it is an emergency? */
    default boolean urgent() {
        return true;
    }

    /** What law data may say of it: the keys of its fields. */
    Set<String> asks();

    /** What the fold reads of the request, with what was said already. */
    default Map<String, String> facts(Map<String, Object> body, Map<String, String> facts) {
        return facts;
    }

    /** The fields of one page, where its template draws whatever it is given. */
    default List<PageField> fields(Map<String, Object> body, String step, Language language) {
        return List.of();
    }

    /** Puts what one page posted into the request; what the page did not ask stays as it was. */
    Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form);

    /** What an emergency leaves out, as keys; message {@code <law>.option.completes.<key>}. */
    default List<String> gaps(Map<String, Object> body) {
        return List.of();
    }

    /** What is settled of what the law asks, in its order. */
    List<Check> checks(Map<String, Object> body, Language language);

    /** What one page still needs; in an emergency (Art. 2(o)) only what is never left out. */
    FormProblems problems(Map<String, Object> body, String step);

    /** Does something stand on the page that cannot be right? What is only left out holds nobody. */
    boolean holds(Map<String, Object> body, String step);

    /** What the law's data say of each field, by key; empty where the page's own words suffice. */
    default Map<String, Asked> asked(Map<String, Object> body, Language language) {
        return Map.of();
    }

    /** Choices that come from data, by field. */
    default Map<String, List<Choice>> choices(Map<String, Object> body, Language language) {
        return Map.of();
    }

    /** What the treaty asks and the State decides: pointed out, never in the way. */
    default List<ActWriting.Pointed> pointedOut(Map<String, Object> body) {
        return List.of();
    }

    /**
     * One field of a page.
     *
     * @param type as procedures' files name it, e.g. {@code identifiers}
     * @param ref the paragraph that asks it, or empty; {@code note} says how sure we are of it, if that must be said
     */
    record PageField(
            String key,
            String type,
            String label,
            @Nullable String hint,
            String ref,
            String note,
            boolean optional,
            List<Choice> options,
            List<PageColumn> columns) {

        public Asked asked() {
            return new Asked(label, hint == null ? "" : hint, ref, note);
        }

        public int emptyRows() {
            return ActField.emptyRows(columns.size());
        }
    }

    /** One column of a field that is a list of like things. */
    record PageColumn(String key, String label, boolean needed, ActField.Kind kind, List<Choice> options) {}

    /**
     * @param label in the reader's language, with the treaty's letter where it has one
     * @param asked not optional, or begun
     * @param needed it cannot be left out
     * @param added needed for what was chosen, and not from the start
     * @param missing empty when settled
     */
    record Check(
            String label,
            boolean settled,
            boolean asked,
            boolean needed,
            boolean added,
            List<FormProblems.Problem> missing) {

        /** Those that count: how far a draft is, is the same number wherever it stands, and nothing optional moves it. */
        public static List<Check> counted(List<Check> all) {
            return all.stream().filter(Check::needed).toList();
        }
    }

    /**
     * @param ref e.g. {@code 40(15)(a)}
     * @param note empty where the paragraph was read and the page says so once; else the message that says how sure we are
     */
    record Asked(String label, String hint, String ref, String note) {

        public static Asked of(ProcedureLaw law, ProcedureLaw.Field field, Language language) {
            var note = switch (field.mark()) {
                case CONFIRMED -> "";
                case RECALLED -> "basis.mark.RECALLED";
                case FORM -> law.form() ? "" : "basis.mark.PRACTICE";
            };
            return new Asked(field.label().in(language.tag()), field.hint().in(language.tag()), field.ref(), note);
        }
    }
}
