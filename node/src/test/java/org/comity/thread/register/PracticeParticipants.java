package org.comity.thread.register;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.Participant.NodeAddress;
import org.comity.directory.StateProfile;
import org.comity.directory.UnknownParticipant;
import org.comity.proof.item.ItemKey;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;

/** Practice States as a directory that one of them sees: XA-1 to XC-1 have nodes, XD-1 has none. */
final class PracticeParticipants {

    static final String NETWORK = "5".repeat(64);

    static final Instant CHANGED = Instant.parse("2026-11-01T00:00:00Z");

    /** From when the key that XB-1 had before is revoked. */
    static final AtomicReference<Instant> REVOKED = new AtomicReference<>(Instant.MAX);

    /** Of whom a certificate was not known, so that the operator was asked. */
    static final List<String> LOOKED_AGAIN = new CopyOnWriteArrayList<>();

    /** It has a node, and is no authority of a State. */
    static final String SECRETARIAT = "XS-1";

    private static final Map<String, PrivateKey> KEYS = new ConcurrentHashMap<>();
    private static final Map<String, X509Certificate> CERTIFICATES = new ConcurrentHashMap<>();

    private PracticeParticipants() {}

    static Directory seenBy(String self) {
        return new Seen(self);
    }

    static SignedEntry sign(String keeper, Entry entry) {
        return new SignedEntry(entry, signature(keeper, entry.json()));
    }

    /** Signs entries with the register key of a participant, and does nothing else. */
    static Sealing sealingOf(String participant) {
        return new Sealing() {
            @Override
            public byte[] seal(Map<String, byte[]> files) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] encrypt(byte[] plain, List<String> recipients) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] open(byte[] ageFile) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ItemKey openItem(byte[] header) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String signEntry(byte[] canonical) {
                return signature(participant, canonical);
            }
        };
    }

    private static String signature(String participant, byte[] bytes) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(KEYS.computeIfAbsent(participant, PracticeParticipants::key));
            signing.update(bytes);
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String participant) {
        return CERTIFICATES.computeIfAbsent(participant, PracticeParticipants::read);
    }

    private static X509Certificate read(String participant) {
        try {
            return (X509Certificate) store(participant).getCertificate("register");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String participant) {
        try {
            return (PrivateKey) store(participant).getKey("register", password(participant));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(String participant) {
        try (var file = Files.newInputStream(PracticeKeys.folder(participant).resolve("register.p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password(participant));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char[] password(String participant) {
        try {
            return Files.readString(PracticeKeys.folder(participant).resolve("password"))
                    .strip()
                    .toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Participant participant(String id) {
        var certificate = id.equals("XD-1") ? null : certificate(id.equals(SECRETARIAT) ? "XC-1" : id);
        var node = certificate == null
                ? null
                : new NodeAddress(
                        URI.create("https://localhost/" + id),
                        certificate,
                        certificate,
                        certificate,
                        certificate,
                        "age1pq1practice",
                        List.of("parley/1", "parley/3", "assistance/1"));
        var profile = new StateProfile(
                false, false, true, false, Map.of(), Map.of(), List.of(), "none", List.of(), LocalDate.EPOCH);
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                Map.of("en", id),
                Map.of(),
                ZoneOffset.UTC,
                node,
                List.of("en"),
                "+999",
                "desk@example.org",
                "24/7",
                Map.of(),
                profile,
                1,
                Instant.EPOCH,
                Instant.MAX,
                id.equals(SECRETARIAT) ? ParticipantKind.SECRETARIAT : ParticipantKind.CONTACT_POINT);
    }

    private record Seen(String id) implements Directory {

        private static final Map<String, Participant> ALL = Map.of(
                "XA-1",
                participant("XA-1"),
                "XB-1",
                participant("XB-1"),
                "XC-1",
                participant("XC-1"),
                "XD-1",
                participant("XD-1"),
                SECRETARIAT,
                participant(SECRETARIAT));

        @Override
        public String network() {
            return NETWORK;
        }

        @Override
        public Participant self() {
            return get(id);
        }

        @Override
        public Participant get(String other) {
            return find(other).orElseThrow(() -> new UnknownParticipant(other));
        }

        @Override
        public Optional<Participant> find(String other) {
            return Optional.ofNullable(ALL.get(other));
        }

        @Override
        public List<Participant> all() {
            return List.copyOf(ALL.values());
        }

        /** XB-1 had the key of XC-1 until {@link #CHANGED}. */
        @Override
        public List<Term> terms(String other) {
            var terms = new ArrayList<Term>();
            if (other.equals("XB-1")) {
                var before = certificate("XC-1");
                terms.add(new Term(before, before, CHANGED, REVOKED.get()));
            }
            find(other)
                    .map(Participant::node)
                    .ifPresent(it -> terms.add(new Term(it.seal(), it.register(), Instant.MAX, Instant.MAX)));
            return terms;
        }

        @Override
        public void lookAgain(String other) {
            LOOKED_AGAIN.add(other);
        }

        @Override
        public Validity standing(String other) {
            return Validity.VALID;
        }

        @Override
        public Optional<Instant> keysWithdrawn(String id, long version) {
            return Optional.empty();
        }

        @Override
        public Position position() {
            return new Position(1, NETWORK);
        }
    }
}
