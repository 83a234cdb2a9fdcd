package org.comity.proof.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.table.JointState.Invited;
import org.comity.proof.table.JointState.Party;
import org.jspecify.annotations.Nullable;

/**
 * Folds who is a party of a joint thread beside its procedure's table (R100 to R104): eight types of acts belong to every
 * joint thread, all others go to the table. Reads envelope and number, no clock, no directory, no body.
 */
public final class Membership {

    /** By this who is invited says no. */
    public static final String DECLINE = "decline";

    /** By this a party goes. */
    public static final String LEAVE = "leave";

    /** The types that every joint thread knows. */
    public static final Set<String> TYPES =
            Set.of("invite", "consent", "join", DECLINE, LEAVE, "remove", "hand-over", "take-over");

    /** By these who is invited answers. */
    public static final Set<String> ANSWERS = Set.of("join", DECLINE);

    /** By these who is a party, or invited, goes. */
    public static final Set<String> LEAVES = Set.of(LEAVE, DECLINE);

    /** Whoever the keeper's door admits. */
    public static final String ANYBODY = "*";

    private static final Pattern PARTICIPANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    private final MoveTable table;
    private final PartyRules rules;
    private final long n;
    private final String author;
    private final ActFacts act;
    private final String speaker;

    private Membership(MoveTable table, PartyRules rules, long n, String author, ActFacts act) {
        this.table = table;
        this.rules = rules;
        this.n = n;
        this.author = author;
        this.act = act;
        this.speaker = speaker(author, act.facts());
    }

    /** Who says it: the author, or in an act that its author wrote down, whom it names. */
    public static String speaker(String author, Map<String, String> facts) {
        return facts.containsKey("recorded") ? facts.getOrDefault("speaker", "") : author;
    }

    /**
     * The joint state after entry n, and the effect; with any reason nothing changes, in the table neither.
     *
     * @param table one that has rules for parties
     * @param from empty before the opening act
     */
    public static MoveTable.Folded fold(
            MoveTable table, Map<String, Object> from, long n, String author, ActFacts act) {
        var rules = Objects.requireNonNull(table.parties(), table.procedure());
        var fold = new Membership(table, rules, n, author, act);
        try {
            var to = from.isEmpty() ? fold.opened() : fold.moved(JointState.read(from));
            return new MoveTable.Folded(to.json(), MoveTable.EFFECTIVE);
        } catch (NoEffect why) {
            return new MoveTable.Folded(from, why.reason);
        }
    }

    private JointState opened() {
        want(act.type().equals(table.opening()), "not-opened");
        want(act.role().equals(rules.host()) && !recorded(), "wrong-role");
        var state = new JointState(speaker, asked(MoveTable.NOTHING_YET));
        state.parties.put(speaker, new Party(act.role(), n, null, false));
        return state;
    }

    private JointState moved(JointState state) {
        boolean comes = ANSWERS.contains(act.type());
        var asked = comes ? invitation(state) : null;
        if (!comes) {
            var party = state.parties.get(speaker);
            if (party == null || !through(party.at())) throw new NoEffect("not-a-party");
            want(party.role().equals(act.role()), "wrong-role");
        }
        if (!TYPES.contains(act.type())) {
            var to = asked(state.table);
            if (!rules.every().contains(act.type()) || said(state)) state.table = to;
            return state;
        }
        boolean ended = table.ended().contains(String.valueOf(state.table.get("name")));
        want(!ended || act.type().equals(LEAVE), "ended");
        if (table.steps().containsKey(act.type())) state.table = asked(state.table);
        switch (act.type()) {
            case "invite" -> invite(state);
            case "consent" -> consent(state);
            case "join" -> join(state, Objects.requireNonNull(asked));
            case DECLINE -> state.invited.remove(speaker);
            case LEAVE -> goes(state, speaker);
            case "remove" -> remove(state);
            case "hand-over" -> handOver(state);
            default -> takeOver(state);
        }
        return state;
    }

    /** The procedure's own table, which never sees the parties. */
    private Map<String, Object> asked(Map<String, Object> from) {
        var folded = table.fold(from, act);
        want(folded.effect().equals(MoveTable.EFFECTIVE), folded.effect());
        return folded.state();
    }

    /** Whether it is said by all now, of the act that it names; said of another act, it begins anew. */
    private boolean said(JointState state) {
        var step = Objects.requireNonNull(table.steps().get(act.type()));
        var named = fact(step.about().orElseThrow());
        var before = state.said.get(act.type());
        var by = new TreeSet<>(before == null || !before.act().equals(named) ? Set.of() : before.by());
        boolean again = !by.add(speaker);
        boolean all = state.parties.entrySet().stream()
                .filter(it -> step.by().contains(it.getValue().role()))
                .allMatch(it -> by.contains(it.getKey()));
        want(all || !again, "already-said");
        if (all) state.said.remove(act.type());
        else state.said.put(act.type(), new JointState.Said(named, List.copyOf(by)));
        return all;
    }

    private Invited invitation(JointState state) {
        var named = fact("invitation");
        var asked = state.invited.get(speaker);
        boolean openly = asked == null
                && act.type().equals("join")
                && !state.parties.containsKey(speaker)
                && !named.isEmpty()
                && named.equals(state.open.get(act.role()));
        if (openly) {
            want(!state.out.contains(speaker), "removed");
            want(room(state), "full");
            asked = new Invited(named, List.of(), act.role(), JointState.ALL, null);
        }
        boolean right =
                asked != null && asked.act().equals(named) && asked.role().equals(act.role()) && through(asked.at());
        if (asked == null || !right) throw new NoEffect("not-invited");
        return asked;
    }

    private void invite(JointState state) {
        var named = fact("party");
        var role = fact("as");
        if (named.equals(ANYBODY)) {
            want(rules.open().contains(role) && rules.gives(act.role(), role), "may-not-invite");
            state.open.put(role, act.act());
            return;
        }
        want(PARTICIPANT.matcher(named).matches(), "incomplete");
        want(!state.parties.containsKey(named), "already-a-party");
        want(!state.invited.containsKey(named), "already-invited");
        want(rules.gives(act.role(), role) && rules.shown().contains(fact("shown")), "may-not-invite");
        var at = act.facts().get("at");
        if (at != null) {
            var host = state.parties.get(at);
            want(host != null && host.at() == null, "no-such-host");
        }
        want(room(state), "full");
        state.out.remove(named);
        state.invited.put(named, new Invited(act.act(), List.of(speaker), role, fact("shown"), at));
    }

    private void consent(JointState state) {
        var asked = state.invited.entrySet().stream()
                .filter(it -> it.getValue().act().equals(fact("invitation")))
                .filter(it -> !it.getValue().agreed().contains(speaker))
                .findFirst()
                .orElseThrow(() -> new NoEffect("nothing-to-agree"));
        var before = asked.getValue();
        var agreed = new TreeSet<>(before.agreed());
        agreed.add(speaker);
        asked.setValue(new Invited(before.act(), List.copyOf(agreed), before.role(), before.shown(), before.at()));
    }

    private void join(JointState state, Invited asked) {
        state.invited.remove(speaker);
        boolean all = state.parties.entrySet().stream()
                .filter(it -> rules.consent().contains(it.getValue().role()))
                .allMatch(it -> asked.agreed().contains(it.getKey()));
        want(all, "not-agreed");
        state.parties.put(
                speaker, new Party(asked.role(), n, asked.at(), asked.shown().equals(JointState.FROM_HERE)));
    }

    private void remove(JointState state) {
        var named = fact("party");
        if (named.equals(ANYBODY)) {
            var role = fact("as");
            want(rules.takes(act.role(), role) && state.open.containsKey(role), "may-not-remove");
            state.open.remove(role);
            return;
        }
        want(!named.equals(state.keeper), "keeper-stays");
        var asked = state.invited.get(named);
        var party = state.parties.get(named);
        var role = asked != null ? asked.role() : party != null ? party.role() : "";
        want(rules.takes(act.role(), role), "may-not-remove");
        goes(state, named);
        state.out.add(named);
    }

    /** With a party go those for whom its node speaks. */
    private static void goes(JointState state, String participant) {
        want(!participant.equals(state.keeper), "keeper-stays");
        state.parties
                .entrySet()
                .removeIf(it -> goesWith(participant, it.getKey(), it.getValue().at()));
        state.invited
                .entrySet()
                .removeIf(it -> goesWith(participant, it.getKey(), it.getValue().at()));
        if (state.offered != null && !state.parties.containsKey(state.offered)) state.offered = null;
        state.said.replaceAll((_, it) -> new JointState.Said(
                it.act(), it.by().stream().filter(state.parties::containsKey).toList()));
        state.said.values().removeIf(it -> it.by().isEmpty());
    }

    private static boolean goesWith(String gone, String participant, @Nullable String at) {
        return participant.equals(gone) || gone.equals(at);
    }

    private void handOver(JointState state) {
        var named = fact("party");
        var party = state.parties.get(named);
        want(
                speaker.equals(state.keeper) && party != null && party.at() == null && !named.equals(speaker),
                "may-not-hand-over");
        state.offered = named;
    }

    private void takeOver(JointState state) {
        want(speaker.equals(state.offered), "not-offered");
        state.keeper = speaker;
        state.offered = null;
    }

    private boolean room(JointState state) {
        return Stream.of(state.parties, state.invited).mapToInt(Map::size).sum() < rules.most();
    }

    /** Its own node speaks for a party; for one without a node here, that of {@code at}, which writes it down. */
    private boolean through(@Nullable String at) {
        return at == null ? !recorded() : author.equals(at) && recorded();
    }

    private boolean recorded() {
        return act.facts().containsKey("recorded");
    }

    private String fact(String name) {
        return act.facts().getOrDefault(name, "");
    }

    private static void want(boolean holds, String reason) {
        if (!holds) throw new NoEffect(reason);
    }

    /** Ends the fold of one act; {@code reason} is the effect. */
    private static final class NoEffect extends RuntimeException {
        private final String reason;

        NoEffect(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
