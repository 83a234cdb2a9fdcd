package org.comity.procedure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Lists every request: those with nodes, and those by letter, phone and mail, with the same clocks. */
public interface Requests {

    /**
     * By its reference, or its reference and who gave it, as {@link org.comity.vocabulary.RequestAddress} reads them. A reference
     * alone that several have names the one of them that is open to all.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code request.shared-reference} where more than one such has it
     */
    Optional<RequestRow> find(String address);

    /** The same among those that this official may see, by id: others neither answer nor make a reference shared. */
    Optional<RequestRow> find(String address, String reader);

    Optional<RequestRow> ofThread(String thread);

    /** Of these, in one look; those that are not known are left out. */
    List<RequestRow> ofThreads(Collection<String> threads);

    /**
     * At most {@code limit} (50), in the order: emergencies, then due first, then oldest.
     *
     * @param after the cursor of the last row seen, from {@link Page#cursor()}, or null
     */
    default Page list(Filter filter, @Nullable String after, int limit) {
        return list(filter, Order.DUE, after, limit);
    }

    /** The same in another order; a cursor goes on in the order in which it was given. */
    Page list(Filter filter, Order order, @Nullable String after, int limit);

    /**
     * Those that changed at that instant or later, in that order: whoever follows all requests asks from the last change that
     * it saw.
     *
     * @param after the cursor of the page before, or null
     */
    Page changed(Filter filter, Instant since, @Nullable String after, int limit);

    /**
     * Those of one procedure, in whichever state, newest first, in one look; no drill, of which nothing counts.
     *
     * @param law the procedure as the law data name it
     * @param reader what this official may see, or {@code Compartments#ANYBODY}
     * @param most 1 to 2,000
     */
    List<RequestRow> ofLaw(String law, Role role, String reader, int most);

    /** The same of several procedures, of those in these states, so many of each: what stands in another takes no place from them. */
    List<RequestRow> ofLaws(Collection<String> laws, Role role, List<String> states, String reader, int most);

    /**
     * Those of one procedure that have one of these references, oldest first, in one look; no drill. Two authorities of one State may
     * have given the same.
     *
     * @param reader what this official may see, or {@code Compartments#ANYBODY}; null for all, for what is shown to nobody
     */
    List<RequestRow> ofReferences(String law, Role role, Collection<String> references, @Nullable String reader);

    /** The one of a procedure that has this reference; nothing where another ever had it, too, in whichever state. */
    default Optional<RequestRow> alone(String law, Role role, String reference) {
        var having = ofReferences(law, role, List.of(reference), null);
        return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
    }

    /**
     * Those with one authority in which it does not act next: first those in which we do, then those in which nobody does, the
     * newest of each first; so that a page of them is full however many wait for it. For that authority itself.
     */
    Page notWaitingFor(String counterpart, @Nullable String after, int limit);

    /** Requests of a view that are counted; of more, it is said that there are more. */
    int MOST_COUNTED = org.comity.ui.Page.MOST_COUNTED;

    /** Counts for the views of the desk, of which no drill is one; one more than {@link #MOST_COUNTED} stands for whatever is more. */
    Counts counts(String official, Instant now);

    /**
     * One of those counts alone; of nobody's own.
     *
     * @param reader counts what this official may see, or {@code Compartments#ANYBODY}
     */
    int count(View view, String reader, Instant now);

    /** How many a filter without words asks for; one more than {@link #MOST_COUNTED} stands for whatever is more. */
    int count(Filter filter);

    /** The same of several filters, in one look and in their order; they differ in view and state alone. */
    List<Integer> countEach(List<Counted> each);

    /** @param until counts what ends by then alone; null: all */
    record Counted(Filter filter, @Nullable Instant until) {}

    /** Of the two lists that follow. */
    int MOST_ON_PAGE = 50;

    /**
     * Passed on to the competent authority, and no order granted or refused since; emergencies first.
     *
     * @param after {@link Page#cursor()} of the page before; null for the first
     */
    Page awaitingOrder(Official by, @Nullable String after);

    /** How many these are; one more than {@link #MOST_COUNTED} stands for whatever is more. */
    int countAwaitingOrder(Official by);

    boolean awaitsOrder(String thread);

    /** Those whose registers differ and that two officers have not settled; newest first, by pages as those before. */
    Page disputed(Official by, @Nullable String after);

    /** How many these are, counted as those before. */
    int countDisputed(Official by);

    /** Two officers wrote down how it was settled: nothing is asked of us here any more. */
    void settled(String thread);

    /** Takes or hands back; recorded. */
    void own(String reference, @Nullable String owner, Official by);

    /** The desk has read what it was told. */
    void noticed(String reference, Official by);

    /** All requests opened in a year, oldest first, handed over one by one for as long as {@code goesOn} says yes, those that the reader may see; memory does not grow with their number. */
    void ofYear(int year, String reader, java.util.function.Predicate<RequestRow> goesOn);

    /**
     * Those of others that reached us from one instant to before another, in that order, no drill: at most {@code most} (1 to 2,000)
     * of what the reader may see.
     */
    List<Arrived> arrived(Instant from, Instant to, String reader, int most);

    /** @param at by our own clock; of one on paper, noon of the day that was written down for it */
    record Arrived(RequestRow row, Instant at) {}

    /** Open requests in which something is kept until an instant, handed over one by one, in no stated order. */
    void keptOpen(java.util.function.Consumer<RequestRow> each);

    /** Numbers by {@code year}, state and role, of our own node only, of what the reader may see. */
    List<Figure> figures(int year, String reader);

    /** Where words narrow a list, a page may hold fewer rows than were asked for, or none, and yet lead on. */
    record Page(List<RequestRow> rows, @Nullable String cursor) {}

    /** Null or empty: not filtered; {@code counterparts} that are there and empty find nothing. {@code text} is what {@code Search} finds; {@code laws} are procedures as the
     * law data name them, e.g. {@code assistance}. {@code owner} is an official's id, or empty: in nobody's hands. {@code reader} sees what this official may see; null: all, for the program itself. {@code emergency}: those alone in which life is at risk.
     */
    record Filter(
            @Nullable View view,
            @Nullable Role role,
            List<Channel> channels,
            @Nullable String state,
            @Nullable List<String> counterparts,
            @Nullable String owner,
            @Nullable String text,
            @Nullable Instant now,
            List<String> laws,
            @Nullable String reader,
            boolean emergency) {

        /** Whether life is at risk or not. */
        public Filter(
                @Nullable View view,
                @Nullable Role role,
                List<Channel> channels,
                @Nullable String state,
                @Nullable List<String> counterparts,
                @Nullable String owner,
                @Nullable String text,
                @Nullable Instant now,
                List<String> laws,
                @Nullable String reader) {
            this(view, role, channels, state, counterparts, owner, text, now, laws, reader, false);
        }

        /** Of whatever procedure. */
        public Filter(
                @Nullable View view,
                @Nullable Role role,
                List<Channel> channels,
                @Nullable String state,
                @Nullable String counterpart,
                @Nullable String owner,
                @Nullable String text,
                @Nullable Instant now) {
            this(
                    view,
                    role,
                    channels,
                    state,
                    counterpart == null ? null : List.of(counterpart),
                    owner,
                    text,
                    now,
                    List.of(),
                    null);
        }

        /** As this official may see it, by id, or {@code Compartments#ANYBODY}. */
        public Filter readBy(String reader) {
            return new Filter(view, role, channels, state, counterparts, owner, text, now, laws, reader, emergency);
        }

        public static Filter of(View view, Instant now) {
            return new Filter(view, null, List.of(), null, null, null, null, now);
        }
    }

    enum Order {
        /** Emergencies, then what is due first, then the oldest. */
        DUE,
        NEWEST,
        /** What changed longest ago first. */
        CHANGED,
        /** What is kept until first; what has no end comes last. */
        ENDS
    }

    enum View {
        OURS_TO_ACT,
        ANSWER_NOW,
        ENDS_SOON,
        WAITING,
        MINE,
        ALL_OPEN,
        ALL
    }

    record Counts(Map<View, Integer> byView) {}

    /** @param law the procedure as the law data name it, e.g. {@code preservation} */
    record Figure(String law, String state, Role role, long count) {}
}
