package org.comity.cooperation.preservation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.comity.cooperation.Composition;
import org.comity.cooperation.Following;
import org.comity.cooperation.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Begins a preservation with what a request for data as they arise said: what of the same accounts is stored already. */
@Component
class PreservationFollowing implements Following {

    /** What both ask; when it was stored is another period, and why it must be kept is said anew. */
    private static final Set<String> CARRIED = Set.of(
            "instrument",
            "ourCase",
            "theirCase",
            "offences",
            "offence",
            "penaltyMonths",
            "scope",
            "facts",
            "identifiers",
            "link",
            "custodian",
            "secret");

    private final Composition composition;
    private final Threads threads;

    PreservationFollowing(PreservationOpening opening, Threads threads) {
        this.composition = opening.pages();
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return composition.procedure();
    }

    @Override
    public Set<String> follows() {
        return Set.of("interception");
    }

    @Override
    public String page() {
        return composition.steps().get(1);
    }

    @Override
    public Map<String, Object> begun(RequestRow followed) {
        var begun = new LinkedHashMap<>(composition.empty());
        threads.opening(followed.thread())
                .map(KeptAct::body)
                .ifPresent(
                        said -> CARRIED.stream().filter(said::containsKey).forEach(it -> begun.put(it, said.get(it))));
        return PreservationRequest.of(begun).json();
    }
}
