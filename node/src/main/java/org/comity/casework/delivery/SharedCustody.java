package org.comity.casework.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Dispatches;
import org.comity.casework.PreparedActs;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyActs.Basis.Kind;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Dispatch;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.RecordedChannels;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads shared custody out of a thread: who delivered an item, and what its receiver said of it. */
@Component
class SharedCustody implements CustodyActs {

    private static final Map<String, Step> STEPS = Map.of(
            CustodySteps.RECEIVED, Step.RECEIVED,
            CustodySteps.MATCHED, Step.RECEIVED_AND_MATCHED,
            CustodySteps.NOT_MATCHED, Step.DID_NOT_MATCH,
            CustodySteps.ONWARD, Step.ONWARD,
            CustodySteps.RETURNED, Step.RETURNED,
            CustodySteps.DESTROYED, Step.DESTROYED);

    /** Of the acts of a long thread few speak of items. */
    private static final Set<String> SPEAKING = Stream.concat(Stream.of(CustodySteps.DELIVER), STEPS.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Threads threads;
    private final CustodyRemains remains;
    private final PreparedActs prepared;
    private final Dispatches dispatches;
    private final Directory directory;

    SharedCustody(
            Threads threads,
            CustodyRemains remains,
            PreparedActs prepared,
            Dispatches dispatches,
            Directory directory) {
        this.threads = threads;
        this.remains = remains;
        this.prepared = prepared;
        this.dispatches = dispatches;
        this.directory = directory;
    }

    @Override
    public List<Shared> of(String id, Set<String> manifests) {
        var thread = threads.find(id).filter(it -> Delivered.possible(it.procedure()));
        if (thread.isEmpty()) {
            return List.of();
        }
        var shared = new ArrayList<Shared>();
        var delivered = new HashMap<String, String>();
        threads.effective(id, SPEAKING)
                .flatMap(it -> shared(it, thread.get(), manifests, delivered).stream())
                .forEach(shared::add);
        return shared;
    }

    @Override
    public Set<String> onDisk(String id) {
        var ours = threads.find(id)
                .filter(it -> Delivered.possible(it.procedure()) && it.ourRole() == Role.REQUESTED)
                .filter(it -> !GoneParticipant.hasNode(directory, it.counterpart()));
        var named = new HashSet<String>();
        if (ours.isEmpty()) {
            return named;
        }
        threads.effective(id, Set.of(CustodySteps.DELIVER))
                .forEach(it -> named.addAll(remains.of(it).manifests()));
        return named;
    }

    private Optional<Shared> shared(
            KeptAct act, Threads.Thread thread, Set<String> manifests, Map<String, String> delivered) {
        var type = act.envelope().type();
        if (type.equals(CustodySteps.DELIVER)) {
            remains.of(act).manifests().stream()
                    .filter(manifests::contains)
                    .findFirst()
                    .ifPresent(it -> delivered.put(act.id(), it));
            var step = thread.ourRole() == Role.REQUESTED ? Step.RELEASED : Step.DELIVERED_TO_US;
            return said(step, act, thread, delivered.get(act.id()));
        }
        var manifest = delivered.get(act.envelope().facts().getOrDefault(CustodySteps.DELIVERY, ""));
        return Optional.ofNullable(STEPS.get(type)).flatMap(it -> said(it, act, thread, manifest));
    }

    private Optional<Shared> said(Step step, KeptAct act, Threads.Thread thread, @Nullable String manifest) {
        if (manifest == null) {
            return Optional.empty();
        }
        var self = directory.self().id();
        boolean ours = thread.ourRole() == Role.REQUESTED;
        var basis = basis(act, thread);
        return Optional.of(new Shared(
                step,
                basis.writtenDown()
                        ? act.envelope().time()
                        : Objects.requireNonNullElse(act.registeredAt(), act.keptAt()),
                ours ? self : thread.counterpart(),
                ours ? thread.counterpart() : self,
                act.id(),
                manifest,
                remains.of(act).more(),
                basis));
    }

    private Basis basis(KeptAct act, Threads.Thread thread) {
        var facts = act.envelope().facts();
        boolean ours = Role.of(act.envelope().role()) == thread.ourRole();
        var recorded = facts.get(RecordedChannels.FACT);
        if (recorded != null) {
            var kind = ours ? Kind.PAST : recorded.equals(SeatProof.SEAT) ? Kind.AT_SEAT : Kind.SAID;
            return new Basis(kind, recorded, LocalDate.ofInstant(act.envelope().time(), UTC));
        }
        if (!ours || !facts.containsKey("channel")) {
            return Basis.SEALED;
        }
        return dispatches
                .ofAct(thread.id(), act.id())
                .map(SharedCustody::left)
                .orElseGet(() -> new Basis(Kind.UNFOLLOWED, "", null));
    }

    private static Basis left(Dispatch way) {
        var channel = way.channel();
        return channel == null
                ? new Basis(way.stage() == Dispatch.Stage.NOT_POSTED ? Kind.NOT_POSTED : Kind.NOT_LEFT, "", null)
                : new Basis(
                        way.atSeat() ? Kind.BEFORE_SEAT : Kind.POSTED,
                        channel.name().toLowerCase(Locale.ROOT),
                        way.day());
    }

    @Override
    public Optional<Waiting> waiting(String deliver) {
        return prepared.about(deliver)
                .map(it -> new Waiting(
                        it.reference(),
                        it.draft() == null ? it.law() + ".act." + it.type() : "delivery.prepared.go-on",
                        it.draft() == null ? null : it.draft().id()));
    }
}
