package org.comity.casework.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.exchange.JointSendings;
import org.comity.exchange.JointSendings.GivenUp;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.springframework.stereotype.Component;

/** Says what of ours another node does not take and nothing sends again, as far as it still matters to the thread (R135). */
@Component
class RefusedForGood {

    private final JointSendings sendings;
    private final JointThreads threads;
    private final Directory directory;

    RefusedForGood(JointSendings sendings, JointThreads threads, Directory directory) {
        this.sendings = sendings;
        this.threads = threads;
        this.directory = directory;
    }

    /** Threads in which there is some that no officer has read of. */
    List<String> unread() {
        return sendings.unread().stream()
                .filter(it -> threads.find(it.thread())
                        .filter(joint -> matters(joint, it))
                        .isPresent())
                .map(GivenUp::thread)
                .distinct()
                .toList();
    }

    /** The code by the id of the act or invitation; of pages by who does not take them. */
    Map<String, String> of(Joint joint) {
        var codes = new HashMap<String, String>();
        for (var each : sendings.of(joint.id())) {
            var about = each.what() == JointSendings.What.PAGE ? each.to() : each.subject();
            if (matters(joint, each)) codes.putIfAbsent(about, each.code());
        }
        return codes;
    }

    void read(String thread) {
        sendings.read(thread);
    }

    /** A copy of an act that another party does not take is no word of who keeps the register. */
    private boolean matters(Joint joint, GivenUp it) {
        var state = joint.state();
        return switch (it.what()) {
            case ACT ->
                it.to().equals(joint.keeper())
                        && threads.author(it.subject())
                                .filter(directory.self().id()::equals)
                                .isPresent();
            case INVITATION ->
                state != null
                        && state.invited().containsKey(it.to())
                        && Objects.requireNonNull(state.invited().get(it.to()))
                                .act()
                                .equals(it.subject());
            case PAGE -> state != null && state.parties().containsKey(it.to());
        };
    }
}
