package org.comity.exchange.as4;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.comity.TemporaryFolders;
import org.comity.directory.PinnedTrust;
import org.comity.exchange.Carrier;
import org.comity.exchange.Door;
import org.comity.exchange.Parcel;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.PeerShelf;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The AS4 port of XB-1 with a door that only remembers, and whoever knocks at it. */
final class Wire implements AutoCloseable, Door {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Time enough on a machine that has much else to do. */
    static final As4Settings SETTINGS = settings(DataSize.ofKilobytes(600), MINUTE, MINUTE, MINUTE);

    /** A port that soon leaves whoever says nothing, or too little. */
    static final As4Settings IMPATIENT =
            settings(DataSize.ofKilobytes(600), Duration.ofSeconds(2), Duration.ofSeconds(3), MINUTE);

    /** Who waits at the echo's slow path, until it is released. */
    static final List<String> SLOW = new CopyOnWriteArrayList<>();

    static final CountDownLatch RELEASED = new CountDownLatch(1);

    static final ServingShelves NO_SHELVES = new ServingShelves(List.of(), new PracticeWorld().as("XB-1"));

    final List<Parcel> received = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final PracticeWorld world = new PracticeWorld();
    final As4Port port;

    @Nullable
    Refusal refuseWith;

    @Nullable
    X509Certificate as4;

    @Nullable
    X509Certificate tls;

    /** What XA's clock shows, and what was heard of it. */
    volatile Clock senders = Clock.systemUTC();

    final List<Instant> heard = new CopyOnWriteArrayList<>();
    private final PeerClocks clocks = new PeerClocks() {
        @Override
        public void heard(String peer, @Nullable X509Certificate signed, Instant theirs) {
            heard.add(theirs);
        }

        @Override
        public List<Difference> differences() {
            return List.of();
        }
    };

    Wire() throws Exception {
        this(Clock.systemUTC());
    }

    Wire(Clock clock) throws Exception {
        this(clock, SETTINGS);
    }

    Wire(Clock clock, As4Settings settings) throws Exception {
        world.with("XA-1", null).with("XB-1", null).with("XC-1", null);
        world.put(PracticeWorld.participant(
                "XA-1", PracticeWorld.node("XA-1", java.net.URI.create("https://unused.example"))));
        Path folder = TemporaryFolders.folder("wire");
        var keys = new WireKeys(new PracticeNodeKeys("XB-1"));
        var pins = new PinnedTrust(
                it -> world.as("XB-1").all().stream()
                        .map(one -> one.node())
                        .filter(Objects::nonNull)
                        .anyMatch(one -> one.tls().equals(it)),
                clock,
                refusals::add);
        port = new As4Port(
                settings,
                folder,
                keys,
                pins,
                new IncomingMessages(this, clocks, 500_000),
                this,
                new ServingShelves(List.of(new Echo()), world.as("XB-1")));
        port.start();
        world.with("XB-1", port.address());
    }

    static As4Settings settings(DataSize largest, Duration read, Duration whole, Duration answer) {
        return settings(largest, read, whole, answer, 10, MINUTE, MINUTE);
    }

    /** A port with few turns, and time enough for each. */
    static As4Settings crowded(int ofOneAddress, Duration handshake) {
        return settings(DataSize.ofKilobytes(600), MINUTE, MINUTE, MINUTE, ofOneAddress, handshake, MINUTE);
    }

    /** With a client that leaves a peer which takes no byte for so long. */
    static As4Settings stalled(Duration stalled) {
        return settings(DataSize.ofKilobytes(600), MINUTE, MINUTE, MINUTE, 10, MINUTE, stalled);
    }

    private static As4Settings settings(
            DataSize largest,
            Duration read,
            Duration each,
            Duration answer,
            int ofOneAddress,
            Duration handshake,
            Duration answerTimeout) {
        return new As4Settings(
                0,
                2,
                8,
                3,
                20,
                ofOneAddress,
                handshake,
                5,
                largest,
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(8),
                read,
                each,
                DataSize.ofKilobytes(1),
                MINUTE,
                MINUTE,
                answerTimeout,
                DataSize.ofKilobytes(64),
                answer);
    }

    static Parcel parcel(byte[] ageFile) {
        return new Parcel(Parcel.Action.ACT, "XA-1", "XB-1", "thread", ageFile, null);
    }

    void carry(PracticeNodeKeys keys, Parcel parcel) throws Carrier.NotCarried {
        try (var lines = new PeerConnectionPools(SETTINGS, new WireKeys(keys), Clock.systemUTC())) {
            new As4Carrier(new WireKeys(keys), lines, senders)
                    .carry(parcel, world.as("XA-1").get("XB-1"));
        }
    }

    @Override
    public void receive(Parcel parcel) throws Refusal {
        if (refuseWith != null) {
            throw refuseWith;
        }
        received.add(parcel);
    }

    @Override
    public void carried(Parcel.Action action, String from, byte[] plain) {
        throw new UnsupportedOperationException("nothing is carried by wire");
    }

    @Override
    public void admit(String from, @Nullable X509Certificate as4, @Nullable X509Certificate tls) {
        this.as4 = as4;
        this.tls = tls;
    }

    @Override
    public void refused(String code, @Nullable String from) {
        refusals.add(code);
    }

    @Override
    public void close() {
        port.stop();
    }

    /** Says who asked for what. */
    private record Echo() implements PeerShelf {

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Answer answer(String peer, String path) {
            if (path.equals("slow")) {
                SLOW.add(peer);
                try {
                    RELEASED.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return path.equals("nothing") ? Answer.nothing() : Answer.text(peer + " asked for " + path);
        }
    }
}
