package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.UnknownParticipant;
import org.springframework.stereotype.Component;

/** The directory as this node trusts it, answered from memory. */
@Component
class PinnedDirectory implements Directory {

    private final AnchoredNetwork network;
    private final Pins pins;
    private final DirectorySettings settings;
    private final Clock clock;

    PinnedDirectory(AnchoredNetwork network, Pins pins, DirectorySettings settings, Clock clock) {
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
        return find(pins.self()).orElseGet(() -> pins.ours().participant(Instant.EPOCH));
    }

    @Override
    public Participant get(String id) {
        return find(id).orElseThrow(() -> new UnknownParticipant(id));
    }

    @Override
    public Optional<Participant> find(String id) {
        return Optional.ofNullable(pins.now().participants().get(id));
    }

    @Override
    public List<Participant> all() {
        return List.copyOf(pins.now().participants().values());
    }

    @Override
    public Standing standing(String id) {
        var pin = pins.now().pin(id);
        if (pin == null) {
            throw new UnknownParticipant(id);
        }
        return pins.standing(pin, clock.instant(), settings);
    }

    @Override
    public Position position() {
        return pins.now().newest();
    }
}
