package org.comity.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.sealing.Letters.Section;
import org.jspecify.annotations.Nullable;

/** How the acts of one procedure read, on screen and in the PDF; one bean a procedure. */
public interface ActRendering extends ProcedurePart {

    /** One line for registers and headings, e.g. {@code Reported as preserved until 15 Jan 2027}. */
    String headline(String type, Map<String, String> facts, Map<String, Object> body, Locale language);

    /**
     * The act's content in the treaty's order, labelled in the treaty's letters: every field that it says has its line, and
     * an earlier act of which it speaks is quoted.
     *
     * @param edition of the law that governs the thread, e.g. {@code uncc/1}: articles and letters are its own
     * @param thread whose earlier acts and items it may speak of, and no other's; null while it opens one
     */
    List<Section> sections(
            String edition,
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Locale language);

    /** What the thread is about, e.g. {@code Preserve stored data: 3 mail accounts}; from the opening act. */
    String subject(Map<String, Object> openingBody, Locale language);

    /** Types that the central authority sends where our State has it so; the contact point may draft them. */
    default Set<String> byCentralAuthority() {
        return Set.of();
    }

    /** Which function of an authority speaks in this procedure, as its directory entry names it. */
    default String function() {
        return "contact-point";
    }

    /** To which function of an authority its requests go, where the instrument names another one than that which speaks. */
    default String addressed() {
        return function();
    }

    /** Types that bind nobody and may leave with one officer even where the profile demands two. */
    Set<String> oneOfficer();
}
