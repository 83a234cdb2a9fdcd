package org.comity.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Page;
import org.comity.ui.SafeHtml;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What one procedure knows of the page on which an act is written; one bean a procedure. */
public interface ActWriting extends ProcedurePart {

    ActTable table();

    /**
     * What the thread or its law offers for a choice; nothing where the field's own options are offered. Of an empty list,
     * the field is left out.
     */
    Optional<List<Choice>> choices(
            RequestRow row, String type, ActField field, Map<String, Object> body, Language language);

    /** Rows that the thread itself asks for, each with what is given; of an empty list, the field is left out. */
    default Optional<List<Map<String, Object>>> rows(RequestRow row, ActField field) {
        return Optional.empty();
    }

    /** With what the page begins, so that little is typed at night. */
    default Map<String, Object> prefilled(RequestRow row, String type) {
        return Map.of();
    }

    /**
     * The act as the page posted it.
     *
     * @param by who writes it; null where a State without a node said it and we write it down
     */
    Written read(RequestRow row, String type, MultiValueMap<String, String> form, @Nullable Official by);

    /** What is still wrong beyond needed fields without a value, so that nobody learns it only after submitting. */
    default FormProblems problems(RequestRow row, String type, Written written) {
        return FormProblems.NONE;
    }

    /** The field with whose word the act would have no effect where the request stands now, and with another would have one. */
    default FormProblems withoutEffect(RequestRow row, String type, Map<String, String> facts) {
        return FormProblems.NONE;
    }

    /** Days and moments that cannot be as they are written; asked of what is written here, never of what came or a letter says. */
    default List<WrongTime> impossible(String type, Written written) {
        return impossible(type, written, Instant.MIN);
    }

    /** @param leaves when the act leaves, if it is held: a day that is still to come can be over by then */
    default List<WrongTime> impossible(String type, Written written, Instant leaves) {
        return List.of();
    }

    /**
     * A day or moment that cannot be.
     *
     * @param rule that it breaks, by which {@code <law>.needed.<rule>} and {@code error.<law>.<rule>} say what to do
     * @param facts that the sentence names, e.g. the row
     */
    record WrongTime(String field, String rule, Map<String, String> facts) {

        /** As a page says them at their fields. */
        public static FormProblems told(String law, List<WrongTime> all) {
            var found = FormProblems.NONE;
            for (var it : all) found = found.with(it.field(), law + ".needed." + it.rule(), it.facts());
            return found;
        }
    }

    /** What the program points out and the State decides. */
    List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body);

    /** Likewise of a body with what the act says beside it; the count of a list goes by the name of the list, which stays. */
    default List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body, Map<String, String> facts) {
        var said = new HashMap<String, Object>(facts);
        said.putAll(body);
        return pointed(row, type, said);
    }

    /** What the instrument says of this step. */
    default List<ProcedureLaw.Provision> said(RequestRow row, String type) {
        return List.of();
    }

    /** What the instrument says of the act that opens a request, which has no thread yet. */
    default List<ProcedureLaw.Provision> saidOfOpening(String edition, Map<String, Object> body) {
        return List.of();
    }

    /**
     * Is something or someone given by an act of this type, before which it is looked at what was assured?
     *
     * @param opened facts of the act that opened the thread
     */
    default boolean gives(String type, Map<String, String> opened) {
        return false;
    }

    /**
     * Does an act that gives only offer, under these facts of its own, so that nothing is given before the other State
     * accepts?
     */
    default boolean offers(String type, Map<String, String> facts) {
        return false;
    }

    /** What an act of this type gives in assurances: none where it cannot, or answers that none is given. */
    default List<Assured> assured(String type, Map<String, Object> body) {
        return List.of();
    }

    /** Types of acts in which an assurance can be asked or given; none where the procedure knows no assurances. */
    default Set<String> assuring() {
        return Set.of();
    }

    /** The end that the act names; null where it names none. */
    default @Nullable End end(RequestRow row, String type, @Nullable Draft draft) {
        return null;
    }

    record Written(Map<String, Object> body, Map<String, String> facts) {}

    /**
     * @param message what is pointed out; what to do stands under {@code <message>.do}, if there is anything
     * @param ref the paragraph it comes from; empty where it is ours
     * @param about references of the requests that it speaks of
     * @param facts what stands in the slots of the message
     */
    record Pointed(String message, String ref, List<String> about, Map<String, String> facts) {
        /** What stands in this slot is a day, and is told as the page tells days; so is one whose name ends in {@code Day}. */
        public static final String DAY = "day";

        /** What stands in this slot is a number of days, which has a singular and a plural. */
        public static final String DAYS = "days";

        /** The sentence, as a page says it. */
        public SafeHtml said(Page page) {
            return page.rich(
                    message,
                    facts.entrySet().stream()
                            .flatMap(it -> Stream.of(it.getKey(), told(page, it.getKey(), it.getValue())))
                            .toArray());
        }

        private static Object told(Page page, String slot, String fact) {
            if (slot.equals(DAYS)) return Long.valueOf(fact);
            return slot.equals(DAY) || slot.endsWith("Day") ? page.day(LocalDate.parse(fact)) : fact;
        }

        public Pointed(String message, String ref, List<String> about) {
            this(message, ref, about, Map.of());
        }

        public Pointed(String message, String ref) {
            this(message, ref, List.of());
        }
    }

    /**
     * @param until as it stands in the act, or is offered
     * @param earliest that the instrument allows, or null
     * @param current as things stand, or null
     */
    record End(
            @Nullable Instant until,
            @Nullable Instant earliest,
            @Nullable Instant current) {}
}
