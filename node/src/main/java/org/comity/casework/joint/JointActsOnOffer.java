package org.comity.casework.joint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.OurPart;
import org.springframework.stereotype.Component;

/** Says what we can say now in a joint thread: of its procedure, and of what belongs to all of them (R104). */
@Component
class JointActsOnOffer {

    /** For these others wait: they come first. */
    private static final Set<String> WAITED_FOR = Set.of("consent", "take-over");

    private static final List<String> ANSWERS = List.of("join", Membership.DECLINE);

    private final JointProcedures procedures;
    private final JointThreads threads;
    private final Directory directory;
    private final Clock clock;

    JointActsOnOffer(JointProcedures procedures, JointThreads threads, Directory directory, Clock clock) {
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.clock = clock;
    }

    List<String> of(Joint joint) {
        if (joint.disputed() != null) return List.of();
        if (joint.standing() == OurPart.INVITED) return answered(joint) ? List.of() : ANSWERS;
        var state = joint.state();
        var self = directory.self().id();
        var party = state == null ? null : state.parties().get(self);
        if (state == null || party == null) return List.of();
        var procedure = procedures.of(joint.procedure());
        var all = new ArrayList<String>();
        // What we said of a text for which others are still waited stands in the state, not in the table. Once whoever
        // had not said it left, it is said again by anybody, and counts.
        procedure.offered(state, party.role(), clock.instant()).stream()
                .filter(it -> !saidOfWhatIsOpen(state, it, self) || !procedure.waits(state, it))
                .forEach(all::add);
        if (!procedure.ended(state)) {
            for (var each : shared(joint, procedure, party.role())) {
                if (WAITED_FOR.contains(each)) all.addFirst(each);
                else all.add(each);
            }
        }
        if (!state.keeper().equals(self)) all.add("leave");
        return all;
    }

    /** We are invited, and our answer is on its way or waits until all have agreed to us. */
    boolean answered(Joint joint) {
        var self = directory.self().id();
        return joint.standing() == OurPart.INVITED
                && threads.waiting(joint.id()).stream()
                        .map(it -> it.act().envelope())
                        .anyMatch(it -> it.author().equals(self) && ANSWERS.contains(it.type()));
    }

    /** What an authority can say that speaks at us; it keeps no register, and asks nobody in. */
    List<String> atUs(Joint joint, String authority) {
        var state = joint.state();
        if (state == null || joint.disputed() != null) return List.of();
        var self = directory.self().id();
        var asked = state.invited().get(authority);
        if (asked != null) return self.equals(asked.at()) ? ANSWERS : List.of();
        var party = state.parties().get(authority);
        if (party == null || !self.equals(party.at())) return List.of();
        var procedure = procedures.of(joint.procedure());
        var all = new ArrayList<String>();
        procedure.offered(state, party.role(), clock.instant()).stream()
                .filter(it -> !saidOfWhatIsOpen(state, it, authority) || !procedure.waits(state, it))
                .forEach(all::add);
        boolean agrees = procedure.rules().consent().contains(party.role())
                && state.invited().values().stream().anyMatch(it -> !it.agreed().contains(authority));
        if (agrees && !procedure.ended(state)) all.addFirst("consent");
        all.add("leave");
        return all;
    }

    private static boolean saidOfWhatIsOpen(JointState state, String type, String self) {
        var said = state.said().get(type);
        return said != null && said.by().contains(self) && state.table().containsValue(said.act());
    }

    private List<String> shared(Joint joint, JointProcedure procedure, String role) {
        var state = java.util.Objects.requireNonNull(joint.state());
        var self = directory.self().id();
        var rules = procedure.rules();
        var all = new ArrayList<String>();
        boolean agrees = rules.consent().contains(role)
                && state.invited().values().stream().anyMatch(it -> !it.agreed().contains(self));
        if (agrees) all.add("consent");
        if (state.offered().filter(self::equals).isPresent()) all.add("take-over");
        boolean room = state.parties().size() + state.invited().size() < rules.most();
        if (room && !rules.invite().getOrDefault(role, Set.of()).isEmpty()) all.add("invite");
        if (!rules.remove().getOrDefault(role, Set.of()).isEmpty()) all.add("remove");
        if (state.keeper().equals(self) && state.parties().size() > 1) all.add("hand-over");
        return all;
    }
}
