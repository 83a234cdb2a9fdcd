package org.comity.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.PreparedActs;
import org.comity.casework.UnsentAct;
import org.comity.directory.OurEntry;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.Tab;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * The work list as one reader sees it.
 *
 * @param groups in the order of urgency, those without a row left out
 * @param withOfficers what our officers have in hand, as far as the filters let it through
 * @param waiting acts that wait for this reader's approval
 * @param ourEntry a new version of our own entry that waits for this reader's approval, or null
 * @param prepared acts that the program has filled in and an officer has still to press
 * @param filledIn the type of such an act in each request of this page that has one
 * @param disputed requests whose registers differ, not yet settled, by pages of their own
 * @param unconfirmed how many emergency acts wait for a second officer's word
 * @param toConfirm those of them that are this reader's to confirm
 * @param cursor of the next page, or null
 * @param filtered a filter is set
 * @param saved views that somebody named
 * @param address the view, filters and order as a query, without the page
 * @param handovers notes that nobody took over yet, newest first
 * @param moreInHand where all that our officers have in hand is listed, as a query; empty where the filters looked at all of it
 */
// More than twelve: its template shows each.
public record DeskView(
        String view,
        int ours,
        List<Tab> tabs,
        List<Group> groups,
        List<InHand> withOfficers,
        List<InHand> waiting,
        OurEntry.@Nullable Draft ourEntry,
        PreparedActs.Waiting prepared,
        Map<String, String> filledIn,
        Disputed disputed,
        int unconfirmed,
        List<InHand> toConfirm,
        @Nullable String cursor,
        boolean filtered,
        String query,
        Filters filters,
        List<SavedView> saved,
        String address,
        List<HandoversView.Note> handovers,
        String moreInHand) {

    /**
     * A page of the requests whose registers differ.
     *
     * @param n how many there are; beyond {@link Requests#MOST_COUNTED} there are more
     * @param next where the next page begins, or null
     */
    public record Disputed(
            int n, List<RequestRow> rows, @Nullable String next) {}

    /** What waits for this reader's approval, drills left out: they are listed, and nowhere counted. */
    public int approvals() {
        long inEarnest =
                waiting.stream().filter(it -> !it.act().draft().drill()).count();
        return (int) inEarnest + (ourEntry == null ? 0 : 1);
    }

    /** Something is to be approved, be it a drill. */
    public boolean approves() {
        return !waiting.isEmpty() || ourEntry != null;
    }

    /** Something stands above the list that asks for somebody, as far as this view knows it. */
    public boolean asks() {
        return approves()
                || !toConfirm.isEmpty()
                || unconfirmed > 0
                || !prepared.acts().isEmpty()
                || !disputed.rows().isEmpty()
                || handovers.stream().anyMatch(HandoversView.Note::mayTake);
    }

    public @Nullable String next(RequestRow request) {
        return PreparedActs.next(request, filledIn);
    }

    /** Those of this page. */
    public List<RequestRow> requests() {
        return groups.stream()
                .flatMap(it -> it.rows().stream())
                .map(Row::request)
                .toList();
    }

    /** The same view, filters and order as fields of a form: whatever {@link #address} says, and nothing else. */
    public List<Map.Entry<String, String>> parts() {
        return Stream.of(address.split("&"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .map(it -> Map.entry(it[0], decoded(it[1])))
                .toList();
    }

    /** The view as an address names it; that of what our officers have in hand is none of requests. */
    public String viewed() {
        return parts().stream()
                .filter(it -> it.getKey().equals("view"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(view);
    }

    /** What our officers have in hand is listed, and no request. */
    public boolean onlyOfficers() {
        return DeskQuery.OFFICERS.equals(viewed());
    }

    /** A key of the list has something to lead to: rows to go through, boxes to tick, a request to begin. */
    public boolean works(String key, boolean writes, boolean begins) {
        return switch (key) {
            case "J", "K", "Enter" -> !groups.isEmpty() || !withOfficers.isEmpty();
            case "X" -> writes && !groups.isEmpty();
            case "O" -> writes && requests().stream().anyMatch(it -> it.owner() == null);
            case "N" -> writes && begins;
            default -> true;
        };
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** @param key message {@code desk.group.<key>} */
    public record Group(String key, List<Row> rows) {}

    /**
     * @param owner our own official by name, or null
     * @param signs the next step needs no page to be written on
     * @param key the letter on the keyboard that leads to it, or null
     */
    public record Row(
            RequestRow request,
            Participant other,
            @Nullable String owner,
            boolean signs,
            @Nullable String key) {}

    /**
     * An act in hand, with those that it is for: one State, or each other party of a joint thread.
     *
     * @param way how it will go: by node, to a seat here, or by a letter, whichever kind, as mail
     */
    public record InHand(UnsentAct act, List<Participant> others, Channel way) {

        private static final int MOST_NAMES = 5;

        /** By name, of many parties the first; empty while a joint thread is begun with nobody. */
        public String named(String language) {
            var names = others.stream()
                    .limit(MOST_NAMES)
                    .map(it -> it.name(language))
                    .collect(Collectors.joining(", "));
            return others.size() > MOST_NAMES ? names + ", …" : names;
        }
    }

    /**
     * @param stands state of the requests that are shown alone, or empty
     * @param officers who can have a request, by name
     * @param unknown no entry of the directory has {@code state} as its code, or in a name
     */
    public record Filters(
            @Nullable String role,
            List<String> channels,
            String state,
            String stands,
            boolean mine,
            boolean emergency,
            String owner,
            List<Official> officers,
            List<String> ticked,
            List<String> laws,
            String order,
            boolean unknown) {}
}
