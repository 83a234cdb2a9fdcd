package org.comity.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.directory.UnknownParticipant;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.Digests;
import org.comity.sealing.PracticeKeys;
import org.comity.thread.joint.Gathering;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;

/** A made-up network for tests: participants with practice keys, standings that a test may change. */
public final class PracticeWorld {

    public static final String NETWORK = Digests.sha256("a practice network".getBytes());

    private final Map<String, Participant> participants = new ConcurrentSkipListMap<>();
    private final Map<String, Directory.Term> earlier = new ConcurrentHashMap<>();
    private volatile Runnable whilePacking = () -> {};
    private final Map<String, Withdrawn> withdrawn = new ConcurrentHashMap<>();
    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private final Map<String, Directory.Validity> standings = new ConcurrentHashMap<>();

    public PracticeWorld with(String id, URI as4) {
        participants.put(id, participant(id, as4 == null ? null : node(id, as4)));
        return this;
    }

    public PracticeWorld put(Participant participant) {
        participants.put(participant.id(), participant);
        return this;
    }

    /** Until then the participant had another seal. */
    public PracticeWorld before(String id, X509Certificate seal, Instant until) {
        earlier.put(id, new Directory.Term(seal, seal, until, Instant.MAX));
        return this;
    }

    /** Its keys are revoked from then on. */
    public PracticeWorld revoked(String id, Instant from) {
        revoked.put(id, from);
        return this;
    }

    public PracticeWorld standing(String id, Directory.Validity standing) {
        standings.put(id, standing);
        return this;
    }

    /** Each parcel names the sender's position: what a test wants to happen while one is made. */
    public void whilePacking(Runnable happens) {
        whilePacking = happens;
    }

    /** The participant says that keys of this version and before may be in other hands. */
    public PracticeWorld withdraws(String id, long version, Instant since) {
        withdrawn.put(id, new Withdrawn(version, since));
        return this;
    }

    private record Withdrawn(long version, Instant since) {}

    public PracticeWorld without(String id) {
        participants.remove(id);
        return this;
    }

    public static Participant.NodeAddress node(String id, URI as4) {
        return new Participant.NodeAddress(
                as4,
                certificate(id, "seal"),
                certificate(id, "as4"),
                certificate(id, "tls"),
                certificate(id, "register"),
                recipient(id),
                List.of("practice/1", Gathering.ID, Gathering.AGREED));
    }

    public static Participant participant(String id, Participant.NodeAddress node) {
        return participant(id, node, false);
    }

    public static Participant participant(String id, Participant.NodeAddress node, boolean twoOfficers) {
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                Map.of("en", id),
                Map.of("en", "Velin"),
                ZoneOffset.UTC,
                node,
                List.of("en"),
                "+999 1",
                "desk@" + id.toLowerCase(java.util.Locale.ROOT) + ".example",
                "24/7",
                Map.of("contact-point", "Contact point"),
                new StateProfile(
                        twoOfficers,
                        false,
                        true,
                        false,
                        Map.of(),
                        Map.of(),
                        List.of("uncc"),
                        "official",
                        List.of(),
                        LocalDate.of(2027, 1, 1)),
                1,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1_000_000_000_000L),
                ParticipantKind.CONTACT_POINT);
    }

    public static KeyStore store(String id, String alias) {
        try (var in = Files.newInputStream(PracticeKeys.folder(id).resolve(alias + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password(id));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PrivateKey key(String id, String alias) {
        try {
            return (PrivateKey) store(id, alias).getKey(alias, password(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static X509Certificate certificate(String id, String alias) {
        try {
            return (X509Certificate) store(id, alias).getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static char[] password(String id) {
        return read(PracticeKeys.folder(id).resolve("password")).toCharArray();
    }

    public static String recipient(String id) {
        return HybridIdentity.parse(read(PracticeKeys.folder(id).resolve("age-identity")))
                .recipient()
                .toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one participant sees it. */
    public Directory as(String self) {
        return new Directory() {
            @Override
            public String network() {
                return NETWORK;
            }

            @Override
            public Participant self() {
                return get(self);
            }

            @Override
            public List<Term> terms(String id) {
                return Stream.concat(Optional.ofNullable(earlier.get(id)).stream(), Directory.super.terms(id).stream())
                        .map(it ->
                                new Term(it.seal(), it.register(), it.until(), revoked.getOrDefault(id, it.revoked())))
                        .toList();
            }

            @Override
            public Participant get(String id) {
                return find(id).orElseThrow(() -> new UnknownParticipant(id));
            }

            @Override
            public Optional<Participant> find(String id) {
                return Optional.ofNullable(participants.get(id));
            }

            @Override
            public List<Participant> all() {
                return List.copyOf(new TreeMap<>(participants).values());
            }

            @Override
            public Validity standing(String id) {
                return standings.getOrDefault(id, Validity.VALID);
            }

            @Override
            public Optional<Instant> keysWithdrawn(String id, long version) {
                return Optional.ofNullable(withdrawn.get(id))
                        .filter(it -> it.version() >= version)
                        .map(Withdrawn::since);
            }

            @Override
            public Position position() {
                whilePacking.run();
                return new Position(1, Digests.sha256(NETWORK.getBytes()));
            }
        };
    }
}
