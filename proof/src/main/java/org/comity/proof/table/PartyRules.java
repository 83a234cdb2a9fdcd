package org.comity.proof.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says who may take part in a joint thread of one procedure, and who lets whom in (rule T8 of docs/protocol/tables.md).
 *
 * @param audience who may read without being a party: {@code participants}, {@code public}, or nobody
 * @param consent roles of which every party agrees before somebody joins
 * @param every types of acts that move the table once every party that may say them has said them of the same act
 * @param host role of who opens the thread and keeps its register at first
 * @param invite by role, the roles that it may give
 * @param most parties and those invited, together
 * @param open roles that may be joined by an open invitation
 * @param remove by role, the roles that it may take
 * @param shown what may be shown of the past to who joins: {@code all}, {@code from-here}
 */
public record PartyRules(
        Set<String> audience,
        Set<String> consent,
        Set<String> every,
        String host,
        Map<String, Set<String>> invite,
        int most,
        Set<String> open,
        Map<String, Set<String>> remove,
        Set<String> shown) {

    /** Facts that belong to every joint thread; no table has one of its own of these names (R94). */
    public static final Set<String> RESERVED = Set.of(
            "seen", "party", "as", "shown", "at", "invitation", "audience", "continues", "recorded", "speaker", "key");

    static final Set<String> FIELDS =
            Set.of("audience", "consent", "host", "invite", "most", "open", "remove", "shown");

    /** Not in tables in which nothing is agreed by all. */
    static final String EVERY = "every";

    private static final int MOST_OWN_FACTS = 4;

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final int MOST = 250;

    /** Every role that somebody can have. */
    public Set<String> roles() {
        var all = new TreeSet<>(Set.of(host));
        invite.values().forEach(all::addAll);
        return all;
    }

    boolean gives(String role, String other) {
        return invite.getOrDefault(role, Set.of()).contains(other);
    }

    boolean takes(String role, String other) {
        return remove.getOrDefault(role, Set.of()).contains(other);
    }

    /** @throws IllegalArgumentException naming what no thread could be held by */
    void checked(MoveTable table) {
        want(ROLE.matcher(host).matches(), "host");
        var roles = roles();
        want(roles.stream().allMatch(it -> ROLE.matcher(it).matches()), "invite");
        want(roles.containsAll(consent), "consent");
        want(roles.containsAll(open) && (open.isEmpty() || consent.isEmpty()), "open");
        want(roles.containsAll(invite.keySet()), "invite");
        want(roles.containsAll(remove.keySet()) && remove.values().stream().allMatch(roles::containsAll), "remove");
        want(most >= 2 && most <= MOST, "most");
        want(!shown.isEmpty() && Set.of("all", "from-here").containsAll(shown), "shown");
        want(Set.of("participants", "public").containsAll(audience), "audience");
        var first = table.steps().get(table.opening());
        want(!table.ended().isEmpty(), "ended");
        want(
                !Membership.TYPES.contains(table.opening())
                        && first != null
                        && first.by().equals(Set.of(host)),
                "opening");
        every.forEach(type -> {
            var step = table.steps().get(type);
            // With another fact beside it, each could say something else of the same act, and the last would decide.
            boolean about = step != null
                    && step.facts().size() == 1
                    && step.facts().values().stream().allMatch(FactRule.AnAct.class::isInstance);
            want(about && !type.equals(table.opening()) && !Membership.TYPES.contains(type), EVERY);
        });
        table.steps().forEach((type, step) -> {
            want(roles.containsAll(step.by()), type);
            var own = new HashSet<>(step.facts().keySet());
            want(own.size() <= MOST_OWN_FACTS, type);
            own.retainAll(RESERVED);
            want(own.isEmpty(), type);
        });
    }

    private static void want(boolean holds, String what) {
        if (!holds) throw new IllegalArgumentException("A table of joint threads cannot be so: " + what);
    }
}
