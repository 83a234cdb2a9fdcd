package org.comity.casework.joint;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comity.casework.joint.JointViews.GoesOn;
import org.comity.casework.joint.JointViews.LastEntry;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.proof.act.JointThread;
import org.comity.proof.act.JointThread.Continued;
import org.comity.proof.table.JointState;
import org.comity.proof.table.PartyRules;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreads.OurPart;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Begins a joint thread that goes on from one whose keeper is silent or disputed, or that its keeper goes on from without
 * one of its parties; and says how far each party had that one (R136, R144).
 */
@Component
class ContinuingJointThread {

    /** Facts of a draft, beside the thread that it goes on from: without which party, and why. No act says them. */
    static final String WITHOUT = "without";

    static final String WHY = "without-why";

    static final List<String> KEPT_HERE = List.of(WITHOUT, WHY);

    private static final int LONGEST_REASON = 1000;

    /** So long an act of ours waits for its entry until the thread is called stalled. */
    static final Duration STALLED = Duration.ofHours(24);

    private final JointThreads threads;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final MembershipFields membership;
    private final Directory directory;
    private final Clock clock;

    ContinuingJointThread(
            JointThreads threads,
            JointProcedures procedures,
            JointDocument document,
            MembershipFields membership,
            Directory directory,
            Clock clock) {
        this.document = document;
        this.membership = membership;
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What a thread that goes on begins with.
     *
     * @param body words of the opening act, as far as they are here
     * @param without party without which we go on as who keeps the register; else empty
     * @param invites all parties but us, the keeper, and without whom it goes on
     */
    record Beginning(String thread, String without, Map<String, Object> body, List<String> invites) {

        Beginning {
            invites = List.copyOf(invites);
        }

        Map<String, String> facts() {
            var facts = new TreeMap<>(Map.of(JointThread.CONTINUES, thread));
            if (!without.isEmpty()) facts.put(WITHOUT, without);
            return facts;
        }
    }

    /** @return null where nothing is wrong, or we are no party */
    @Nullable
    GoesOn of(Joint joint, Language language) {
        if (keeps(joint)) {
            var left = mayBeLeft(joint);
            var gone = left.stream().filter(this::gone).toList();
            return left.isEmpty() ? null : new GoesOn(false, false, choices(left, language), names(gone, language));
        }
        boolean stalled = joint.disputed() == null
                && !joint.weKeep()
                && threads.waits(joint.id(), clock.instant().minus(STALLED));
        if (joint.standing() != OurPart.PARTY || joint.disputed() == null && !stalled) return null;
        return new GoesOn(stalled, mayOpen(joint), List.of(), "");
    }

    /** We are a party, keep the register, and nobody disputes it. */
    private static boolean keeps(Joint joint) {
        return joint.weKeep() && joint.disputed() == null && joint.standing() == OurPart.PARTY;
    }

    /** Parties with a word of their own, but us and the keeper. */
    private List<String> others(Joint joint) {
        var state = joint.state();
        return state == null
                ? List.of()
                : state.parties().entrySet().stream()
                        .filter(it -> it.getValue().at() == null)
                        .map(Map.Entry::getKey)
                        .filter(it -> !it.equals(state.keeper()))
                        .filter(it -> !it.equals(directory.self().id()))
                        .sorted()
                        .toList();
    }

    /** Those whom no table lets us remove, and those who cannot answer any more. */
    private List<String> mayBeLeft(Joint joint) {
        var state = joint.state();
        if (state == null || !mayOpen(joint)) return List.of();
        return mayBeLeft(
                procedures.of(joint.procedure()).rules(),
                state.parties(),
                directory.self().id(),
                others(joint),
                this::gone);
    }

    static List<String> mayBeLeft(
            PartyRules rules,
            Map<String, JointState.Party> parties,
            String self,
            List<String> others,
            Predicate<String> gone) {
        var removed = rules.remove()
                .getOrDefault(Objects.requireNonNull(parties.get(self)).role(), Set.of());
        return others.stream()
                .filter(it -> gone.test(it)
                        || !removed.contains(
                                Objects.requireNonNull(parties.get(it)).role()))
                .toList();
    }

    /** Its keys are revoked, or its entry has run out: it says nothing any more, and no vote of all is complete without it. */
    private boolean gone(String party) {
        if (directory.find(party).isEmpty()) return true;
        var standing = directory.standing(party);
        return standing == Directory.Validity.REVOKED || standing == Directory.Validity.LAPSED;
    }

    private List<Choice> choices(List<String> parties, Language language) {
        return parties.stream()
                .map(it -> Choice.of(it, document.name(it, language)))
                .toList();
    }

    private String names(List<String> parties, Language language) {
        return parties.stream().map(it -> document.name(it, language)).collect(Collectors.joining(", "));
    }

    /**
     * What the keeper's officer has still to say of a thread that goes on without a party: why, which is on record here; and all
     * others whom the form offers are asked again.
     */
    FormProblems problems(Map<String, String> facts, List<String> invites) {
        var joint = threads.find(facts.getOrDefault(JointThread.CONTINUES, "")).orElse(null);
        var without = facts.getOrDefault(WITHOUT, "");
        var found = FormProblems.NONE;
        if (joint == null || !keeps(joint) && without.isEmpty()) return found;
        if (!keeps(joint) || !mayBeLeft(joint).contains(without))
            return found.with("states", "error.joint.not-offered");
        var why = facts.getOrDefault(WHY, "");
        if (why.isEmpty() || why.length() > LONGEST_REASON) found = found.with(WHY, "joint.needed.without-why");
        var procedure = procedures.of(joint.procedure());
        var offered = membership.askable(null, procedure, procedure.opening()).stream()
                .filter(it -> MembershipFields.listed(it, procedure))
                .map(Participant::id)
                .toList();
        boolean asked = others(joint).stream()
                .filter(it -> !it.equals(without) && offered.contains(it))
                .allMatch(invites::contains);
        return asked && !invites.contains(without) ? found : found.with("states", "joint.needed.others");
    }

    /** Whom the procedure lets open; it is never one that has ended. */
    private boolean mayOpen(Joint joint) {
        var procedure = procedures.of(joint.procedure());
        return procedures.begun().id().equals(joint.procedure())
                && joint.state() != null
                && !procedure.ended(joint.state())
                && procedure.admits(procedure.rules().host(), directory.self().kind());
    }

    /**
     * @param without whom nobody asks any more; of a thread that another keeps it is the keeper, and this is not read
     * @throws org.comity.vocabulary.RuleBroken {@code joint.not-offered} where it is not ours to go on from
     */
    Beginning beginning(String thread, String without) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        boolean ours = keeps(joint);
        var goesOn = ours ? null : of(joint, Language.ENGLISH);
        boolean offered = ours ? mayBeLeft(joint).contains(without) : goesOn != null && goesOn.offered();
        if (!offered) throw JointRefused.notOffered();
        var body = new LinkedHashMap<String, Object>();
        threads.opening(thread).map(KeptAct::body).ifPresent(body::putAll);
        var asked = others(joint).stream()
                .filter(it -> !ours || !it.equals(without))
                .toList();
        return new Beginning(thread, ours ? without : "", body, asked);
    }

    /** What a form says, with the thread that it goes on from: by its id until the act is made. */
    static Map<String, String> facts(Map<String, String> said, MultiValueMap<String, String> form) {
        var facts = new TreeMap<>(said);
        var before = TypedText.clean(form.getFirst(JointThread.CONTINUES));
        if (before.isEmpty()) return facts;
        facts.put(JointThread.CONTINUES, before);
        for (var key : KEPT_HERE) {
            var text = TypedText.clean(form.getFirst(key));
            if (!text.isEmpty()) facts.put(key, text);
        }
        return facts;
    }

    /** By its name; empty where it goes on with all. */
    String without(Map<String, String> facts, Language language) {
        var party = facts.get(WITHOUT);
        return party == null ? "" : document.name(party, language);
    }

    /** The fact of an act that goes on from this thread: up to where we verified it. */
    Optional<String> fact(String thread) {
        return threads.seen(thread).map(it -> new Continued(thread, it).fact());
    }

    /** The same of our {@code join}, where the thread that we are asked into goes on from one that is here. */
    Optional<String> joining(String thread) {
        return threads.asked(thread)
                .map(JointThreads.Asked::opening)
                .flatMap(it -> JointThread.continued(it.envelope().facts())
                        .map(Continued::thread)
                        .filter(before -> isParty(it.envelope().author(), before)))
                .flatMap(this::fact);
    }

    /** Only those who are in a thread learn how far we have it. */
    private boolean isParty(String node, String thread) {
        return threads.find(thread)
                .map(Joint::state)
                .filter(it -> it.parties().containsKey(node))
                .isPresent();
    }

    /** Up to where each party said that it had the thread before, and whether that is what lies here. */
    List<LastEntry> lasts(@Nullable KeptAct opening, List<KeptAct> acts, UnaryOperator<String> names) {
        var before = opening == null
                ? Optional.<Continued>empty()
                : JointThread.continued(opening.envelope().facts());
        var all = new ArrayList<LastEntry>();
        before.ifPresent(from -> acts.stream()
                .filter(it -> it.entry() == null || it.effective())
                .forEach(act -> JointThread.continued(act.envelope().facts())
                        .filter(it -> it.thread().equals(from.thread()))
                        .ifPresent(it -> all.add(new LastEntry(
                                names.apply(act.speaker()),
                                it.thread(),
                                it.seen().n(),
                                compared(it))))));
        return all;
    }

    /** Key of the message that says how it compares. */
    private String compared(Continued said) {
        var here = threads.seen(said.thread());
        if (here.isEmpty()) return "joint.before.not-here";
        if (said.seen().n() > here.get().n()) return "joint.before.beyond";
        return threads.entries(said.thread(), said.seen().n() - 1).stream()
                        .findFirst()
                        .filter(it -> it.entry().hash().equals(said.seen().hash()))
                        .isPresent()
                ? "joint.before.same"
                : "joint.before.differs";
    }
}
