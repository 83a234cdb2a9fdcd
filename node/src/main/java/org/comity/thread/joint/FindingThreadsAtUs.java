package org.comity.thread.joint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreadsAtUs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the threads of an authority for which we speak by what is written down of parties, not by reading each one. */
@Component
@Transactional(readOnly = true)
class FindingThreadsAtUs implements JointThreadsAtUs {

    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final RegisterKeys keys;

    FindingThreadsAtUs(JointRows threads, JointActRows acts, PartyRows parties, RegisterKeys keys) {
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.keys = keys;
    }

    @Override
    public List<Joint> now(String authority, int most) {
        return joint(parties.spokenForNow(authority, keys.self(), most));
    }

    @Override
    public boolean past(String authority) {
        return parties.spokeFor(authority, keys.self());
    }

    @Override
    public List<Joint> all(String authority, String after) {
        return joint(parties.spokenFor(authority, keys.self(), after));
    }

    private List<Joint> joint(List<String> ids) {
        return threads.find(ids).stream()
                .map(it -> it.shown(it.keptBy(keys.self())))
                .toList();
    }

    @Override
    public Map<String, KeptAct> openings(Collection<String> threads) {
        return acts.openings(threads).stream()
                .collect(Collectors.toMap(it -> it.envelope().thread(), it -> it));
    }
}
