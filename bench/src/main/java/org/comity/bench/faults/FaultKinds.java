package org.comity.bench.faults;

import java.util.List;
import java.util.stream.Collectors;

/** Lists every kind of fault, in the order in which they are played: what leaves a network changed comes late. */
final class FaultKinds {

    static final List<Fault> ALL = List.of(
            new NodeKilled(),
            new NodeFrozen(),
            new DatabaseKilled(),
            new DatabaseFrozen(),
            new DatabaseHiccup(),
            new SecondStart(),
            new LineCut(),
            new LineLossy(),
            new LineThin(),
            new NulInText(),
            new PeerClock(),
            new ClockAhead(),
            new PayloadGone(),
            new KeyDamaged(),
            new OperatorRollsBack(),
            new OperatorForks(),
            new SameReference(),
            new StateRevokesKeys(),
            new DiskFull(),
            new LogWithoutRoom(),
            new FirstVersionUpgrade());

    /** Quick ones, that need no rights. */
    static final List<Fault> FEW = List.of(new NodeKilled(), new LineCut(), new OperatorRollsBack());

    private FaultKinds() {}

    static Fault named(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind: %s; there are %s"
                        .formatted(name, ALL.stream().map(Fault::name).collect(Collectors.joining(", ")))));
    }
}
