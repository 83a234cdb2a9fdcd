package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.RevocationReach;
import org.comity.directory.UnknownParticipant;
import org.comity.sealing.NodeKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The directory as this node trusts it: who somebody is, from memory; whether to trust it, as it stands at this moment. */
@Component
class PinnedDirectory implements Directory {

    private final AnchoredNetwork network;
    private final CurrentSnapshot pins;
    private final KnownEntries entries;
    private final NodeKeys keys;
    private final DirectorySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Versions versions = new Versions(null, new ConcurrentHashMap<>());

    PinnedDirectory(
            AnchoredNetwork network,
            CurrentSnapshot pins,
            KnownEntries entries,
            NodeKeys keys,
            DirectorySettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entries = entries;
        this.keys = keys;
        this.events = events;
        this.network = network;
        this.pins = pins;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String network() {
        return network.id();
    }

    @Override
    public Participant self() {
        return find(pins.self()).orElseGet(() -> pins.unwritten().participant(Instant.EPOCH));
    }

    @Override
    public Participant get(String id) {
        return find(id).orElseThrow(() -> new UnknownParticipant(id));
    }

    @Override
    public Optional<Participant> find(String id) {
        return Optional.ofNullable(pins.held().participants().get(id));
    }

    @Override
    public List<Participant> all() {
        return List.copyOf(pins.held().participants().values());
    }

    @Override
    public Validity standing(String id) {
        var pin = pins.now().pin(id);
        if (pin == null) {
            throw new UnknownParticipant(id);
        }
        return pins.standing(pin, clock.instant(), settings);
    }

    /** Read once for each snapshot: versions are many and seldom asked for. */
    @Override
    public List<Term> terms(String id) {
        var now = pins.now();
        var known = versions;
        if (known.of() != now) {
            known = new Versions(now, new ConcurrentHashMap<>());
            versions = known;
        }
        return known.terms().computeIfAbsent(id, it -> read(it, now.reached(it)));
    }

    private List<Term> read(String id, List<RevocationReach> reached) {
        var terms = new ArrayList<>(entries.terms(id, reached));
        if (id.equals(pins.self())) {
            // What lies in our own folder signs from its first day on, whatever entry names it.
            terms.add(new Term(keys.sealCertificate(), keys.registerCertificate(), Instant.MAX, Instant.MAX));
        }
        return List.copyOf(terms);
    }

    @Override
    public void lookAgain(String id) {
        events.publishEvent(new FollowingOperator.Sooner(id));
    }

    private record Versions(@Nullable DirectorySnapshot of, Map<String, List<Term>> terms) {}

    @Override
    public Optional<Instant> keysWithdrawn(String id, long version) {
        return pins.now().withdrawn(id, version, clock.instant());
    }

    @Override
    public Optional<Instant> keysWithdrawn(String id) {
        var now = pins.now();
        return Optional.ofNullable(now.participants().get(id))
                .flatMap(it -> now.withdrawn(id, it.version(), clock.instant()));
    }

    @Override
    public Position position() {
        return pins.held().newest();
    }
}
