package org.comity.cooperation;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.springframework.util.MultiValueMap;

/** What one procedure asks of its opening request, page by page; one bean a procedure. */
public interface Composition extends ProcedurePart {

    /** The first page of every procedure: which State, under which instrument. */
    String STATE = "state";

    /** Names of the pages in their order, {@link #STATE} first; message {@code compose.step.<name>}. */
    List<String> steps();

    Map<String, Object> empty();

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
     * @param label in the reader's language, with the treaty's letter where it has one
     * @param asked not optional, or begun
     * @param missing empty when settled
     */
    record Check(String label, boolean settled, boolean asked, List<FormProblems.Problem> missing) {}

    /**
     * @param ref e.g. {@code 40(15)(a)}
     * @param note empty where the paragraph was read and the page says so once; else the message that says how sure we are
     */
    record Asked(String label, String hint, String ref, String note) {

        public static Asked of(ProcedureLaw law, ProcedureLaw.Field field, Language language) {
            var note = switch (field.mark()) {
                case CONFIRMED -> "";
                case RECALLED -> "preservation.mark.RECALLED";
                case FORM -> law.form() ? "" : "preservation.mark.PRACTICE";
            };
            return new Asked(field.label().in(language.tag()), field.hint().in(language.tag()), field.ref(), note);
        }
    }
}
